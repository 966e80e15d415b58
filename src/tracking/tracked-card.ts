import type { TrackedMeeting } from '../core/changes.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { PostedCard } from '../core/posted-card.ts';
import type { Running } from '../core/schedule.ts';
import type { AskedWith } from '../core/tenant.ts';
import type { UnixSeconds } from '../core/time.ts';

/** A card that follows its meeting. */
export interface TrackedCard {
  readonly place: PostedCard;
  /** The name of the occurrence that it follows. */
  readonly occurrence: string;
  /** The meeting as the card shows it; in the thread, what the latest note told. */
  readonly shown: TrackedMeeting;
  /** The fingerprint of what it shows. */
  readonly fingerprint: string;
  /** Failed attempts since the last update. */
  readonly attempts: number;
}

/** That the vendor did not know a meeting. One answer alone may be a mistake of the vendor's, so it counts once it was given twice. */
export interface Missing {
  readonly since: UnixSeconds;
  readonly isConfirmed: boolean;
}

/** An occurrence that cards follow, as it was last seen. */
export interface TrackedOccurrence {
  readonly at: Occurrence;
  /** Since when it is followed. */
  readonly since: UnixSeconds;
  readonly last: TrackedMeeting;
  /** When it was seen to have ended, where that is not its planned end. */
  readonly endedAt: UnixSeconds | undefined;
  readonly running: Running | undefined;
  /** While the vendor does not know the meeting: since when, and whether it said so twice. */
  readonly missing: Missing | undefined;
  /** With which account it was last seen; not known of what an earlier version stored. */
  readonly seenWith: AskedWith | undefined;
}

/** What is stored of one meeting. */
export interface TrackedRecord {
  readonly occurrences: ReadonlyMap<string, TrackedOccurrence>;
  readonly cards: ReadonlyMap<string, TrackedCard>;
  /** Every field, also those of notes and those that are not readable. */
  readonly fields: readonly string[];
}
