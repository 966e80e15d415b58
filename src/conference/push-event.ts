import type { EventId } from '../core/ids.ts';

/** What a push event of the vendor's says: that something may have happened to a meeting. Nothing else in it is used. */
export interface PushEvent {
  readonly eventId: EventId;
  /** The same in each delivery of the event, where the vendor gives it. */
  readonly messageId: string | undefined;
}

/** Undefined for a body that names no meeting. Never throws. */
export type ReadPushEvent = (body: string) => PushEvent | undefined;
