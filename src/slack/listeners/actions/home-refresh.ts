import { publishHome } from '../../home.ts';
import { listener } from '../../listener.ts';
import { HOME } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';

/** *Refresh* on the Home tab. */
export const homeRefresh = listener({
  payload: actionPayload,
  outcomes: HOME,
  listen: publishHome,
});
