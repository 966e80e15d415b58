import { liveOrNext } from '../core/agenda.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { type Card, context, header, present, section } from './blocks.ts';
import { agendaEntry } from './meeting-list.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const SHOWN = 40;

/** `/meeting today`: a person's meetings of today, in order, for them alone. */
export function todayCard(meetings: readonly View[], words: Words, now: UnixSeconds): Card {
  const offered = liveOrNext(meetings, now);
  const shown = [...meetings].sort((a, b) => a.start - b.start).slice(0, SHOWN);
  const left = meetings.length - shown.length;
  return {
    blocks: present([
      header(words.today),
      meetings.length === 0 ? section(mrkdwn`${words.nothingToday}`) : undefined,
      ...shown.map((view) => agendaEntry(view, words, now, offered.has(view))),
      left > 0 ? context(mrkdwn`${words.more(left)}`) : undefined,
    ]),
    text: mrkdwn`${words.today}: ${words.meetingCount(meetings.length)}`.toString(),
  };
}
