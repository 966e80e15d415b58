import { createHash } from 'node:crypto';
import type { Card } from '../cards/blocks.ts';
import type { CardOptions } from '../cards/card-options.ts';
import { type GoneMeeting, goneCard, goneNote, goneUnfurl } from '../cards/gone-card.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { cancelledNote, movedNote } from '../cards/notes.ts';
import { previewBlocks } from '../cards/preview-blocks.ts';
import type { Block } from '../cards/readonly-blocks.ts';
import type { Words } from '../cards/words/words.ts';
import { viewFor } from '../core/audience.ts';
import type { Change, TrackedMeeting } from '../core/changes.ts';
import type { ChannelId, Reach } from '../core/channel.ts';
import type { Meeting } from '../core/meeting.ts';
import type { MessageCard, PostedCard } from '../core/posted-card.ts';
import type { Progress } from '../core/schedule.ts';
import { fallbackZone, type Rules, type Settings } from '../core/settings.ts';
import { inCardZone, progressInCardZone, sharedSurface } from '../core/shared-surface.ts';
import { secondsOf, type UnixSeconds } from '../core/time.ts';
import type { SharedView } from '../core/views.ts';

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
  readonly meeting: GoneMeeting & Pick<TrackedMeeting, 'title' | 'confidential'>;
  /** Whether it was still to come when it was missed first. */
  readonly isAhead: boolean;
}

export interface SharedCardOptions {
  readonly words: Words;
  readonly rules: Rules & Pick<Settings, 'zone'>;
  readonly menu: NonNullable<CardOptions['menu']>;
}

/** The cards of a channel, by the rules that count there now. Equal for equal rules. Never rejects. */
export type SharedCardsIn = (channel: ChannelId) => Promise<SharedCards>;

/** Renders the cards of channels with the same rules, for everybody who reads them. */
export interface SharedCards {
  /** Whether cards in these channels follow their meeting. */
  readonly follow: boolean;
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

export function sharedCards({ words, rules, menu }: SharedCardOptions): SharedCards {
  const homeZone = fallbackZone(rules);
  const viewOf = ({ meeting, isWithdrawn }: FoundState, reach: Reach): SharedView => {
    const nobody = { kind: 'unproven', reason: 'not-asked' } as const;
    return viewFor(meeting, nobody, sharedSurface(meeting, reach, rules, isWithdrawn));
  };
  /** In a zone of the workspace's own, nobody sees that a meeting went to another zone and kept its times. */
  const isSeen = ({ from, to }: Extract<Change, { kind: 'moved' }>): boolean =>
    rules.cardZone === 'meeting' || from.start !== to.start || from.end !== to.end;
  const goneOf = ({ meeting }: GoneState): GoneMeeting => {
    const isHidden = sharedSurface(meeting, 'company', rules, false).visibility === 'invited';
    return { ...inCardZone(meeting, rules), title: isHidden ? undefined : meeting.title };
  };
  const message: SharedCards['message'] = (state, { sharedBy, reach }) =>
    state.kind === 'gone'
      ? goneCard(goneOf(state), words, { sharedBy, menu })
      : meetingCard(viewOf(state, reach), {
          ...progressInCardZone(state.progress, rules),
          words,
          now: state.now,
          asOf: state.asOf,
          stale: false,
          surface: { kind: 'shared', sharedBy },
          menu,
        });
  const unfurl: SharedCards['unfurl'] = (state, reach) =>
    state.kind === 'gone'
      ? goneUnfurl(goneOf(state), words, homeZone)
      : previewBlocks(viewOf(state, reach), {
          ...progressInCardZone(state.progress, rules),
          words,
          now: state.now,
          homeZone,
          asOf: state.asOf,
          stale: false,
          isFull: rules.linkPreviews === 'full',
        });
  /** The same whenever the vendor described the meeting. */
  const timeless = (state: SharedState): SharedState =>
    state.kind === 'gone' ? state : { ...state, asOf: state.meeting.start ?? SOME_MOMENT };

  return {
    follow: rules.following === 'on',
    message,
    unfurl,
    fingerprint({ kind, reach }, state) {
      const shown =
        kind === 'unfurl'
          ? unfurl(timeless(state), reach)
          : message(timeless(state), { sharedBy: undefined, reach });
      return createHash('sha256')
        .update(JSON.stringify(shown))
        .digest('base64url')
        .slice(0, FINGERPRINT_CHARACTERS);
    },
    note(state, change, reach) {
      if (state.kind === 'gone') {
        const isTold = change.kind === 'cancelled' || (change.kind === 'gone' && state.isAhead);
        return isTold ? goneNote(goneOf(state), words) : undefined;
      }
      if (change.kind === 'cancelled') return cancelledNote(viewOf(state, reach), words);
      if (change.kind !== 'moved' || !isSeen(change)) return undefined;
      const move = { from: inCardZone(change.from, rules), to: inCardZone(change.to, rules) };
      return movedNote(viewOf(state, reach), move, words);
    },
  };
}
