import { publishHome } from '../../home.ts';
import { listener } from '../../listener.ts';
import { HOME } from '../../outcomes.ts';
import { homeOpenedEvent } from '../../payloads/event.ts';

/**
 * The Home tab was opened: it is built again. A new admin, or somebody who is not one any more, need not wait for that until what is known of them
 * expires. The Messages tab is left alone.
 */
export const homeOpened = listener({
  payload: homeOpenedEvent,
  entryPoint: 'event',
  outcomes: ['left-alone', ...HOME],
  async listen(context, { event }) {
    if (event.tab !== 'home') return 'left-alone';
    const { actor, services } = context;
    await services.openHomes.opened(actor);
    const outcome = await publishHome(context);
    if (await services.users.hasNewStanding(actor)) context.homeChanged();
    return outcome;
  },
});
