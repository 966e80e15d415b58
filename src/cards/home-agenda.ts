import { type AgendaDay, liveOrNext } from '../core/agenda.ts';
import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import type { MeetingView } from '../core/views.ts';
import { context, header, section } from './blocks.ts';
import { agendaRow } from './meeting-list.ts';
import type { MoreOption } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Block } from './readonly-blocks.ts';
import { firstWithin, type Totals } from './totals.ts';
import type { Words } from './words/words.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** A person's coming meetings by day, or why none are shown. */
export type HomeAgenda =
  | { readonly kind: 'days'; readonly days: readonly AgendaDay[] }
  | { readonly kind: 'not-known'; readonly why: string }
  | { readonly kind: 'failed' }
  /** Without an account the conference service cannot be asked. */
  | { readonly kind: 'no-account' };

export interface HomeAgendaOptions {
  /** The reader's. */
  readonly zone: ZoneName;
  readonly now: UnixSeconds;
  /** What the app can do from the menu of a meeting. */
  readonly menu: readonly MoreOption[];
}

/** What is live, then the rest of today, then later days; as many as fit into `totals`. Or why there is nothing to show. */
export function agendaBlocks(
  agenda: HomeAgenda,
  options: HomeAgendaOptions,
  totals: Totals,
  words: Words,
): Block[] {
  const heading = header(words.yourMeetings);
  switch (agenda.kind) {
    case 'not-known':
      return [heading, section(mrkdwn`${Mrkdwn.ours(words.worksWithoutProof)} ${agenda.why}`)];
    case 'no-account':
      return [heading, section(mrkdwn`${Mrkdwn.ours(words.notConnected)}`)];
    case 'failed':
      return [heading, section(mrkdwn`:warning: ${words.agendaFailed}`)];
    case 'days':
      return [
        heading,
        ...(agenda.days.length === 0
          ? [section(mrkdwn`${words.nothingThisWeek}`)]
          : grouped(agenda.days, options, totals, words)),
      ];
  }
}

/** Meetings under one line. */
interface Group {
  readonly heading: Mrkdwn;
  readonly meetings: readonly MeetingView[];
  /** In place of meetings. */
  readonly empty?: string;
}

function grouped(
  days: readonly AgendaDay[],
  { zone, now, menu }: HomeAgendaOptions,
  totals: Totals,
  words: Words,
): Block[] {
  const meetings = days.flatMap((day) => day.meetings);
  const offered = liveOrNext(meetings, now);
  const groups = groupsOf(days, now, zonedTime(words, zone), words);
  const entries = groups.flatMap(({ heading, meetings: inGroup, empty = '' }): (readonly Block[])[] => {
    const first = section(heading);
    if (inGroup.length === 0) return [[first, context(mrkdwn`${empty}`)]];
    return inGroup.map((view, nth) => [
      ...(nth === 0 ? [first] : []),
      agendaRow(view, words, { now, offersJoin: offered.has(view), menu }),
    ]);
  });
  return listed(entries, totals, words);
}

/** Today is there also if there is nothing left of it. */
function groupsOf(
  days: readonly AgendaDay[],
  now: UnixSeconds,
  local: ZonedTime,
  words: Words,
): readonly Group[] {
  const isLive = (view: MeetingView): boolean => phaseAt(view, now) === 'live';
  const live = days.flatMap(({ meetings }) => meetings.filter(isLive));
  const isToday = ({ start }: AgendaDay): boolean => start !== undefined && local.isSameDay(start, now);
  const rest = days
    .map(({ start, meetings }) => ({ start, meetings: meetings.filter((view) => !isLive(view)) }))
    .filter(({ meetings }) => meetings.length > 0);
  return [
    ...(live.length === 0 ? [] : [{ heading: mrkdwn`*${words.phase.live}*`, meetings: live }]),
    {
      heading: mrkdwn`*${words.onToday}* · ${local.date(now)}`,
      meetings: rest.filter(isToday).flatMap(({ meetings }) => meetings),
      empty: words.nothingElseToday,
    },
    ...rest
      .filter((day) => !isToday(day))
      .map(({ start, meetings }) => ({
        heading: mrkdwn`*${start === undefined ? words.timeNotGiven : local.date(start)}*`,
        meetings,
      })),
  ];
}

/** The entries that fit, and how many the others are. */
export function listed(entries: readonly (readonly Block[])[], totals: Totals, words: Words): Block[] {
  const shown = firstWithin(entries, totals);
  const left = entries.length - shown.length;
  return left === 0 ? shown.flat() : [...shown.flat(), context(mrkdwn`${words.more(left)}`)];
}
