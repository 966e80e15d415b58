import type { MoreOption } from '../../../cards/more-menu.ts';
import { listener, type RequestListener } from '../../listener.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { MenuHandler } from './menu-handler.ts';
import { meetingOf } from './pressed.ts';

/**
 * A button on cards that were posted before they had a menu: it does what that choice of the menu does. A button without a meeting was a link, which
 * Slack opened by itself.
 */
export function olderButton(option: MoreOption, { outcomes, run }: MenuHandler): RequestListener {
  return listener({
    payload: actionPayload,
    outcomes: [...new Set(['followed', ...outcomes])],
    async listen(context, payload) {
      const reference = meetingOf(payload);
      if (reference === undefined) return 'followed';
      return run(context, payload, { option, eventId: reference.eventId, start: undefined });
    },
  });
}
