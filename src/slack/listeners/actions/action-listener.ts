import { eventId } from '../../../core/ids.ts';
import type { Reference } from '../../../core/reference.ts';
import type { AnswerOutcome } from '../../../ops/labels.ts';
import type { Trigger } from '../../modals.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { Services } from '../../services.ts';

/** A press on a button, after it was acknowledged; resolves to a fixed word for what came of it. */
export type ActionListener<O extends AnswerOutcome> = (
  payload: ActionPayload,
  services: Services,
) => Promise<O>;

/** How long the asker's words and proof may be waited for where nothing else is. */
export const ASKER_MS = 1200;

/** A modal opens within a trigger's three seconds: the asker's language is waited for no longer than this. */
export const FIRST_WORDS_MS = 300;

/** The meeting that a button's value names, by its event id and nothing else. */
export function meetingOf(payload: ActionPayload): (Reference & { kind: 'event' }) | undefined {
  const id = eventId(payload.actions[0].value ?? '');
  return id === undefined ? undefined : { kind: 'event', eventId: id };
}

/** The thread that the pressed message stands in; an answer belongs there. */
export function threadOf({ message, container }: ActionPayload): string | undefined {
  return message?.thread_ts ?? container?.thread_ts;
}

export function triggerOf({ trigger_id, view }: ActionPayload): Trigger | undefined {
  return trigger_id === undefined ? undefined : { triggerId: trigger_id, fromModal: view?.type === 'modal' };
}
