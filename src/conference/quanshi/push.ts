import { eventId } from '../../core/ids.ts';
import type { ReadPushEvent } from '../push-event.ts';

/** The id of a calendar event, as a number or in quotes. It may exceed what a JSON number can hold. */
const EVENT_ID = /"eventId"\s*:\s*"?([0-9]{1,25})(?![0-9])/;
const MESSAGE_ID = /"msgId"\s*:\s*"?([\w.:-]{1,100})(?![\w.:-])/;

/**
 * Reads a push event (docs/conference-endpoint.md, "Push events"). The body is not parsed as JSON: the vendor's own sample has a doubled
 * comma, and two ids are all that is needed. Nothing proves that the vendor sent it. Undefined without a meeting.
 */
export const readPushEvent: ReadPushEvent = (body) => {
  const event = eventId(EVENT_ID.exec(body)?.[1] ?? '');
  return event === undefined ? undefined : { eventId: event, messageId: MESSAGE_ID.exec(body)?.[1] };
};
