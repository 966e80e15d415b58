import { liveOrNext } from '../core/agenda.ts';
import { byStart } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { MeetingView } from '../core/views.ts';
import { type Card, card, context, header, section } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { agendaEntry } from './meeting-list.ts';
import { mrkdwn } from './mrkdwn.ts';
import { firstWithin } from './totals.ts';
import type { Words } from './words/words.ts';

/** The rest of a message's limits is for the heading and the count of the other meetings. */
const SHOWN = { blocks: 40, texts: LIMITS.messageTexts - 300 };

/** `/meeting today`: a person's own meetings of today, by start time. */
export function todayCard(meetings: readonly MeetingView[], words: Words, now: UnixSeconds): Card {
  const offered = liveOrNext(meetings, now);
  const entries = [...meetings]
    .sort(byStart)
    .map((view) => [agendaEntry(view, words, { now, offersJoin: offered.has(view) })]);
  const shown = firstWithin(entries, SHOWN);
  const left = meetings.length - shown.length;
  return card(
    [
      header(words.today),
      meetings.length === 0 ? section(mrkdwn`${words.nothingToday}`) : undefined,
      ...shown.flat(),
      left > 0 ? context(mrkdwn`${words.more(left)}`) : undefined,
    ],
    mrkdwn`${words.today}: ${words.meetingCount(meetings.length)}`,
  );
}
