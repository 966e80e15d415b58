import { installationListener } from '../../listener.ts';
import { uninstallEvent } from '../../payloads/event.ts';

/** The app was removed: there is no person to answer. */
export const uninstalled = installationListener({
  payload: uninstallEvent,
  entryPoint: 'event',
  outcomes: ['uninstalled'],
  listen: async () => 'uninstalled',
});
