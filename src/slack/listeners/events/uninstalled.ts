import { installationListener } from '../../listener.ts';
import { uninstallEvent } from '../../payloads/event.ts';

/**
 * The app was removed: there is no person to answer, and nothing to keep current. Slack also tells of tokens that were revoked, which may be those of
 * single people; what cannot be sent any more is then found out by sending.
 */
export const uninstalled = installationListener({
  payload: uninstallEvent,
  entryPoint: 'event',
  outcomes: ['uninstalled'],
  async listen({ services }, { event }) {
    if (event.type === 'app_uninstalled') await services.tracking.forgetTenant();
    return 'uninstalled';
  },
});
