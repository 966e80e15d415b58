import { installationListener } from '../../listener.ts';
import { uninstallEvent } from '../../payloads/event.ts';

/**
 * The app was removed, or its token was: there is no person to answer, and all that is stored of the tenant is deleted, unless it was installed
 * again meanwhile. The workspace of `SLACK_BOT_TOKEN` stays, since its token may come back with the next start: nothing there is kept current any
 * more. Tokens of single people are none of this app's.
 */
export const uninstalled = installationListener({
  payload: uninstallEvent,
  entryPoint: 'event',
  outcomes: ['uninstalled', 'kept'],
  async listen({ services }, { event, event_time }) {
    const isOfApp = event.type === 'app_uninstalled' || event.tokens.bot.length > 0;
    if (services.uninstalled !== undefined) {
      const departure = isOfApp ? await services.uninstalled(event_time * 1000) : 'kept';
      return departure === 'kept' ? 'kept' : 'uninstalled';
    }
    if (event.type === 'app_uninstalled') await services.tracking.forgetTenant();
    return 'uninstalled';
  },
});
