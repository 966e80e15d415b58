import { createHash } from 'node:crypto';
import type { Card } from '../cards/blocks.ts';
import type { CardOptions } from '../cards/card-options.ts';
import { compactCard } from '../cards/compact-card.ts';
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
export interface SharedState {
  readonly meeting: Meeting;
  readonly progress: Progress;
  readonly now: UnixSeconds;
  /** When the vendor described the meeting. */
  readonly asOf: UnixSeconds;
  /** After a refusal of the vendor no card shows the attendee password. */
  readonly isWithdrawn: boolean;
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
  /** What the thread of a card is told. */
  note(state: SharedState, change: Change & { readonly kind: 'cancelled' | 'moved' }): Card;
}

const FINGERPRINT_CHARACTERS = 16;

export function sharedCards({ words, surface, menu }: SharedCardOptions): SharedCards {
  const viewOf = ({ meeting, isWithdrawn }: SharedState): PublicView =>
    viewFor(
      meeting,
      { kind: 'unproven', reason: 'not-asked' },
      isWithdrawn ? { ...surface, showsAttendeePassword: false } : surface,
    );
  const message: SharedCards['message'] = (state, sharedBy) =>
    meetingCard(viewOf(state), {
      ...state.progress,
      words,
      now: state.now,
      asOf: state.asOf,
      stale: false,
      surface: { kind: 'shared', sharedBy },
      menu,
    });
  const unfurl: SharedCards['unfurl'] = (state) =>
    compactCard(viewOf(state), words, state.now, state.progress);

  return {
    message,
    unfurl,
    fingerprint(kind, state) {
      const shown =
        kind === 'unfurl' ? unfurl(state) : message({ ...state, asOf: state.meeting.start }, undefined);
      return createHash('sha256')
        .update(JSON.stringify(shown))
        .digest('base64url')
        .slice(0, FINGERPRINT_CHARACTERS);
    },
    note(state, change) {
      return change.kind === 'cancelled'
        ? cancelledNote(viewOf(state), words)
        : movedNote(viewOf(state), change.from, words);
    },
  };
}
