import {
  type MoreChoice,
  readMoreChoice,
  readOccurrence,
  type ShownOccurrence,
} from '../../../cards/more-menu.ts';
import type { Reference } from '../../../core/reference.ts';
import type { PostedMessage } from '../../messenger.ts';
import type { Trigger } from '../../modals.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';

/** The meeting that a button's value names, by its event id and nothing else. */
export function meetingOf(payload: ActionPayload): (Reference & { kind: 'event' }) | undefined {
  const { eventId } = occurrenceOf(payload) ?? {};
  return eventId === undefined ? undefined : { kind: 'event', eventId };
}

/** The same, with the start that was shown there; a modal's button carries it. */
export function occurrenceOf({ actions: [{ value }] }: ActionPayload): ShownOccurrence | undefined {
  return readOccurrence(value ?? '');
}

/** What was chosen in a card's menu. */
export function choiceOf({ actions: [{ selected_option }] }: ActionPayload): MoreChoice | undefined {
  return readMoreChoice(selected_option?.value ?? '');
}

/** The thread that the pressed message stands in; an answer belongs there. */
export function threadOf({ message, container }: ActionPayload): string | undefined {
  return message?.thread_ts ?? container?.thread_ts;
}

/** The message in a channel that was pressed. */
export function postedOf(
  { channel }: Pick<RequestContext, 'channel'>,
  { container }: ActionPayload,
): PostedMessage | undefined {
  const ts = container?.message_ts;
  return channel === undefined || ts === undefined ? undefined : { channel: channel.id, ts };
}

export function triggerOf({ trigger_id, view }: ActionPayload): Trigger | undefined {
  return trigger_id === undefined ? undefined : { triggerId: trigger_id, fromModal: view?.type === 'modal' };
}
