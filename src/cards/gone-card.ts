import type { GonePhase } from '../core/changes.ts';
import type { EventId } from '../core/ids.ts';
import { hasStart, type Times } from '../core/schedule.ts';
import type { ZoneName } from '../core/time.ts';
import { actions, type Card, card, context, header, present, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { type MoreOption, moreMenu } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { Block } from './readonly-blocks.ts';
import { sharedByContext } from './shared-by.ts';
import { shortSpan, whenFields, whenLine, whenSpan, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;

/** What was last seen of a meeting that the vendor does not know any more. */
export interface GoneMeeting extends Times {
  readonly eventId: EventId;
  /** Undefined where it is not for the readers. */
  readonly title: string | undefined;
  readonly phase: GonePhase;
}

/** The card in a channel of a meeting that the vendor does not know any more: what it was, and no way in. */
export function goneCard(
  meeting: GoneMeeting,
  words: Words,
  { sharedBy, menu }: { readonly sharedBy: string | undefined; readonly menu: readonly MoreOption[] },
): Card {
  const title = nameOf(meeting, words);
  const offered = menu.filter((option) => option === 'remove' && sharedBy !== undefined);
  return card(
    [
      header(title),
      context(mrkdwn`${state(meeting, words)}`),
      whenFields(meeting, words, timesAs(meeting), 'both'),
      actions([moreMenu(meeting, offered, words)]),
      context(mrkdwn`${words.goneWhy} · ${words.meetingNumber(meeting.eventId)}`),
      sharedByContext(sharedBy, words),
    ],
    said(meeting, stateWord(meeting, words), words),
  );
}

/** The same under a pasted link. */
export function goneUnfurl(meeting: GoneMeeting, words: Words, homeZone: ZoneName): readonly Block[] {
  const lines = [
    mrkdwn`*${shorten(nameOf(meeting, words), TITLE_MAX)}* · ${state(meeting, words)}`,
    shortSpan(meeting, words, timesAs(meeting), homeZone),
    mrkdwn`${words.goneWhy}`,
  ];
  return present([section(Mrkdwn.join(lines, '\n'))]);
}

/** The note in the thread of a card, for a meeting that was still to come. */
export function goneNote(meeting: GoneMeeting, words: Words): Card {
  const lines = [
    mrkdwn`${phaseMark('cancelled')} *${words.meetingGone}* · ${shorten(nameOf(meeting, words), TITLE_MAX)}`,
    whenSpan(meeting, words, 'cancelled'),
    ...(hasStart(meeting) ? [mrkdwn`*${words.yourTime}* ${yourSpan(meeting, words, 'cancelled')}`] : []),
  ];
  return card([section(Mrkdwn.join(lines, '\n'))], said(meeting, words.meetingGone, words));
}

const nameOf = ({ eventId, title }: GoneMeeting, words: Words): string =>
  title === undefined ? words.numberedMeeting(eventId) : title || words.untitled;

const timesAs = ({ phase }: GoneMeeting): 'ended' | 'cancelled' =>
  phase === 'ended' ? 'ended' : 'cancelled';

const stateWord = ({ phase }: GoneMeeting, words: Words): string =>
  phase === 'gone' ? words.gone : words.phase[phase];

const state = (meeting: GoneMeeting, words: Words): Mrkdwn =>
  mrkdwn`${phaseMark(timesAs(meeting))} *${stateWord(meeting, words)}*`;

function said(meeting: GoneMeeting, what: string, words: Words): Mrkdwn {
  const title = shorten(nameOf(meeting, words), TITLE_MAX);
  return mrkdwn`${title}${Mrkdwn.ours(words.colon)}${what}${Mrkdwn.ours(words.fullStop)}${whenLine(meeting, words)}`;
}
