import { listener } from '../../listener.ts';
import { actionPayload } from '../../payloads/action.ts';

/** A button with an address: the client opens it, and there is nothing left to do. */
export const followed = listener({
  payload: actionPayload,
  outcomes: ['followed'],
  listen: async () => 'followed',
});
