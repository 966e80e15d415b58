import { publishHome } from '../../home.ts';
import { listener } from '../../listener.ts';
import { HOME } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';

/** *Clear this list*: the person's recent meetings are deleted. */
export const homeClear = listener({
  payload: actionPayload,
  outcomes: HOME,
  async listen(context) {
    await context.services.recents.clear(context.actor);
    return publishHome(context);
  },
});
