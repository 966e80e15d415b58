import { createHash } from 'node:crypto';
import type { Card } from '../cards/blocks.ts';
import type { CardOptions } from '../cards/card-options.ts';
import { compactCard } from '../cards/compact-card.ts';
import { type GoneMeeting, goneCard, goneNote, goneUnfurl } from '../cards/gone-card.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { cancelledNote, movedNote } from '../cards/notes.ts';
import type { Block } from '../cards/readonly-blocks.ts';
import type { Words } from '../cards/words/words.ts';
import { viewFor } from '../core/audience.ts';
import type { Change } from '../core/changes.ts';
import type { Reach } from '../core/channel.ts';
import type { Meeting } from '../core/meeting.ts';
import type { MessageCard, PostedCard } from '../core/posted-card.ts';
import type { Progress } from '../core/schedule.ts';
import type { Settings } from '../core/settings.ts';
import { secondsOf, type UnixSeconds } from '../core/time.ts';
import type { PublicView } from '../core/views.ts';

/** What decides a shared card besides its place. */
export type SharedState = FoundState | GoneState;

export interface FoundState {
  readonly kind: 'found';
  readonly meeting: Meeting;
  readonly progress: Progress;
  readonly now: UnixSeconds;
  /** When the vendor described the meeting. */
  readonly asOf: UnixSeconds;
  /** After a refusal of the vendor no card shows the attendee password. */
  readonly isWithdrawn: boolean;
}

/** The vendor does not know the meeting any more: what was last seen of it. */
export interface GoneState {
  readonly kind: 'gone';
  readonly meeting: GoneMeeting;
  /** Whether it was still to come when it was missed first. */
  readonly isAhead: boolean;
}

export interface SharedCardOptions {
  readonly words: Words;
  readonly settings: Pick<Settings, 'showsAttendeePassword' | 'zone'>;
  readonly menu: NonNullable<CardOptions['menu']>;
}

/** Renders the cards of one tenant's channels, for everybody who reads them. */
export interface SharedCards {
  message(state: SharedState, place: Pick<MessageCard, 'sharedBy' | 'reach'>): Card;
  unfurl(state: SharedState, reach: Reach): readonly Block[];
  /** Equal for states in which a card of this kind looks the same but for when the vendor described the meeting. */
  fingerprint(place: Pick<PostedCard, 'kind' | 'reach'>, state: SharedState): string;
  /** What the thread of a card is told; undefined where it is told nothing of this. */
  note(state: SharedState, change: Change, reach: Reach): Card | undefined;
}

const FINGERPRINT_CHARACTERS = 16;

/** Stands for when the vendor described a meeting, in a fingerprint of one without a start. */
const SOME_MOMENT = secondsOf(() => 1000);

export function sharedCards({ words, settings, menu }: SharedCardOptions): SharedCards {
  const viewOf = ({ meeting, isWithdrawn }: FoundState, reach: Reach): PublicView => {
    const showsAttendeePassword = settings.showsAttendeePassword && !isWithdrawn;
    const nobody = { kind: 'unproven', reason: 'not-asked' } as const;
    return viewFor(meeting, nobody, { kind: 'shared', reach, showsAttendeePassword });
  };
  const message: SharedCards['message'] = (state, { sharedBy, reach }) =>
    state.kind === 'gone'
      ? goneCard(state.meeting, words, { sharedBy, menu })
      : meetingCard(viewOf(state, reach), {
          ...state.progress,
          words,
          now: state.now,
          asOf: state.asOf,
          stale: false,
          surface: { kind: 'shared', sharedBy },
          menu,
        });
  const unfurl: SharedCards['unfurl'] = (state, reach) =>
    state.kind === 'gone'
      ? goneUnfurl(state.meeting, words, settings.zone)
      : compactCard(viewOf(state, reach), {
          ...state.progress,
          words,
          now: state.now,
          homeZone: settings.zone,
        });
  /** The same whenever the vendor described the meeting. */
  const timeless = (state: SharedState): SharedState =>
    state.kind === 'gone' ? state : { ...state, asOf: state.meeting.start ?? SOME_MOMENT };

  return {
    message,
    unfurl,
    fingerprint({ kind, reach }, state) {
      const shown =
        kind === 'unfurl' ? unfurl(state, reach) : message(timeless(state), { sharedBy: undefined, reach });
      return createHash('sha256')
        .update(JSON.stringify(shown))
        .digest('base64url')
        .slice(0, FINGERPRINT_CHARACTERS);
    },
    note(state, change, reach) {
      if (state.kind === 'gone') {
        const isTold = change.kind === 'cancelled' || (change.kind === 'gone' && state.isAhead);
        return isTold ? goneNote(state.meeting, words) : undefined;
      }
      if (change.kind === 'cancelled') return cancelledNote(viewOf(state, reach), words);
      return change.kind === 'moved' ? movedNote(viewOf(state, reach), change, words) : undefined;
    },
  };
}
