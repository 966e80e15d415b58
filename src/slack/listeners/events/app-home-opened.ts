import { publishHome } from '../../home.ts';
import { listener } from '../../listener.ts';
import { HOME } from '../../outcomes.ts';
import { homeOpenedEvent } from '../../payloads/event.ts';

/** The Home tab was opened: it is built again. Its Messages tab is left alone. */
export const homeOpened = listener({
  payload: homeOpenedEvent,
  entryPoint: 'event',
  outcomes: ['left-alone', ...HOME],
  listen: async (context, { event }) => (event.tab === 'home' ? publishHome(context) : 'left-alone'),
});
