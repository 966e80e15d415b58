import { createHash } from 'node:crypto';
import type { Card } from '../cards/blocks.ts';
import type { CardOptions } from '../cards/card-options.ts';
import { compactCard } from '../cards/compact-card.ts';
import { type GoneMeeting, goneCard, goneNote, goneUnfurl } from '../cards/gone-card.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { cancelledNote, movedNote } from '../cards/notes.ts';
import type { Block } from '../cards/readonly-blocks.ts';
import type { Words } from '../cards/words/words.ts';
import { type Surface, viewFor } from '../core/audience.ts';
import type { Change } from '../core/changes.ts';
import type { Meeting } from '../core/meeting.ts';
import type { PostedCard } from '../core/posted-card.ts';
import type { Progress } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
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
  readonly surface: Surface & { readonly kind: 'shared' };
  readonly menu: NonNullable<CardOptions['menu']>;
}

/** Renders the cards of one tenant's channels, for everybody who reads them. */
export interface SharedCards {
  message(state: SharedState, sharedBy: string | undefined): Card;
  unfurl(state: SharedState): readonly Block[];
  /** Equal for states in which a card of this kind looks the same but for when the vendor described the meeting. */
  fingerprint(kind: PostedCard['kind'], state: SharedState): string;
  /** What the thread of a card is told; undefined where it is told nothing of this. */
  note(state: SharedState, change: Change): Card | undefined;
}

const FINGERPRINT_CHARACTERS = 16;

export function sharedCards({ words, surface, menu }: SharedCardOptions): SharedCards {
  const viewOf = ({ meeting, isWithdrawn }: FoundState): PublicView =>
    viewFor(
      meeting,
      { kind: 'unproven', reason: 'not-asked' },
      isWithdrawn ? { ...surface, showsAttendeePassword: false } : surface,
    );
  const message: SharedCards['message'] = (state, sharedBy) =>
    state.kind === 'gone'
      ? goneCard(state.meeting, words, { sharedBy, menu })
      : meetingCard(viewOf(state), {
          ...state.progress,
          words,
          now: state.now,
          asOf: state.asOf,
          stale: false,
          surface: { kind: 'shared', sharedBy },
          menu,
        });
  const unfurl: SharedCards['unfurl'] = (state) =>
    state.kind === 'gone'
      ? goneUnfurl(state.meeting, words)
      : compactCard(viewOf(state), words, state.now, state.progress);
  /** The same whenever the vendor described the meeting. */
  const timeless = (state: SharedState): SharedState =>
    state.kind === 'gone' ? state : { ...state, asOf: state.meeting.start };

  return {
    message,
    unfurl,
    fingerprint(kind, state) {
      const shown = kind === 'unfurl' ? unfurl(state) : message(timeless(state), undefined);
      return createHash('sha256')
        .update(JSON.stringify(shown))
        .digest('base64url')
        .slice(0, FINGERPRINT_CHARACTERS);
    },
    note(state, change) {
      if (state.kind === 'gone') {
        const isTold = change.kind === 'cancelled' || (change.kind === 'gone' && state.isAhead);
        return isTold ? goneNote(state.meeting, words) : undefined;
      }
      if (change.kind === 'cancelled') return cancelledNote(viewOf(state), words);
      return change.kind === 'moved' ? movedNote(viewOf(state), change.from, words) : undefined;
    },
  };
}
