import type { HomeView } from '@slack/types';
import { type AgendaDay, liveOrNext } from '../core/agenda.ts';
import type { ReminderMinutes } from '../core/reminder.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, context, header, section, viewBlocks } from './blocks.ts';
import { findField, usageSection } from './find-form.ts';
import { LIMITS, shorten } from './limits.ts';
import { agendaRow, type NamedMeeting, namedEntry } from './meeting-list.ts';
import type { MoreOption } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { type Block, type Section, slackBlocks } from './readonly-blocks.ts';
import { undoButton } from './reminder-cards.ts';
import { firstWithin, type Totals } from './totals.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';
import { zonedTime } from './zoned-time.ts';

/** A person's coming meetings by day, or why none are shown. */
export type HomeAgenda =
  | { readonly kind: 'days'; readonly days: readonly AgendaDay[] }
  | { readonly kind: 'not-known'; readonly why: string }
  | { readonly kind: 'failed' }
  /** Without an account the conference service cannot be asked. */
  | { readonly kind: 'no-account' };

/** A reminder that the reader asked for. */
export interface ListedReminder {
  /** What *Undo* sends: names the reminder among all of its reader's, and is at most 2,000 characters long. */
  readonly id: string;
  readonly title: string;
  readonly start: UnixSeconds;
  readonly minutes: ReminderMinutes;
}

export interface HomeContent {
  readonly recents: readonly NamedMeeting[];
  readonly agenda: HomeAgenda;
  readonly zone: ZoneName;
  readonly now: UnixSeconds;
  readonly reminders?: readonly ListedReminder[] | 'unknown';
  /** Whether the reader may change the settings of the workspace. */
  readonly offersSettings?: boolean;
  /** What the app can do from the menu of a meeting. */
  readonly menu?: readonly MoreOption[];
}

const TITLE_MAX = 150;
const MINUTE = 60;
const REMINDERS = { blocks: 20, texts: 6000 };

/** The rest of a view's limits is for what follows the agenda: the reminders, the recent meetings, the settings and the usage. */
const AGENDA = { blocks: LIMITS.viewBlocks - 44, texts: LIMITS.viewTexts - 21_000 };

/** The Home tab: the find field, the next seven days, the reminders, the meetings looked up recently, settings, and how to get started. */
export function homeView(content: HomeContent, words: Words): HomeView {
  const { recents, now, zone } = content;
  const moment = Mrkdwn.date(now, '{date_short_pretty} {time}', `${zonedTime(words, zone).time(now)}`);
  return {
    type: 'home',
    blocks: slackBlocks(
      viewBlocks([
        findField(words, true),
        header(words.yourMeetings),
        ...agendaBlocks(content, words),
        actions([button({ actionId: ACTION.homeRefresh, label: words.refresh })]),
        ...reminderBlocks(content, words),
        header(words.recentlyLookedUp),
        ...recents.map((recent) => namedEntry(recent, words)),
        recents.length === 0
          ? section(mrkdwn`${words.nothingRecent}`)
          : actions([button({ actionId: ACTION.homeClear, label: words.clearRecent })]),
        ...settingsBlocks(content, words),
        header(words.howToBegin),
        usageSection(words),
        section(Mrkdwn.ours(words.otherEntryPoints)),
        context(mrkdwn`${words.asOf} ${moment}`),
      ]),
    ),
  };
}

function agendaBlocks({ agenda, zone, now, menu = [] }: HomeContent, words: Words): Block[] {
  if (agenda.kind === 'not-known') return [section(mrkdwn`${agenda.why}`)];
  if (agenda.kind === 'no-account') {
    const { what, next } = words.failure['no-account'];
    return [section(mrkdwn`:warning: *${what}* ${Mrkdwn.ours(next)}`)];
  }
  if (agenda.kind === 'failed') return [section(mrkdwn`:warning: ${words.agendaFailed}`)];
  if (agenda.days.length === 0) return [section(mrkdwn`${words.nothingThisWeek}`)];
  const offered = liveOrNext(
    agenda.days.flatMap(({ meetings }) => meetings),
    now,
  );
  const local = zonedTime(words, zone);
  const all = agenda.days.flatMap(({ start, meetings }) =>
    meetings.map((view, index) => [
      ...(index === 0
        ? [section(mrkdwn`*${start === undefined ? words.timeNotGiven : local.date(start)}*`)]
        : []),
      agendaRow(view, words, { now, offersJoin: offered.has(view), menu }),
    ]),
  );
  return listed(all, AGENDA, words);
}

/** The reminders with *Undo* beside each, soonest first, or that they are not known; no heading without any. */
function reminderBlocks({ reminders = [], zone }: HomeContent, words: Words): Block[] {
  if (reminders === 'unknown')
    return [header(words.yourReminders), context(mrkdwn`${words.remindersUnknown}`)];
  if (reminders.length === 0) return [];
  const entries = [...reminders]
    .sort((a, b) => a.start - b.start)
    .map((reminder) => [reminderEntry(reminder, zone, words)]);
  return [header(words.yourReminders), ...listed(entries, REMINDERS, words)];
}

function reminderEntry({ id, title, start, minutes }: ListedReminder, zone: ZoneName, words: Words): Section {
  const name = shorten(title || words.untitled, TITLE_MAX);
  const moment = momentToken(start, '{date_short_pretty} {time}', { zone }, words);
  return {
    ...section(mrkdwn`*${name}* · ${moment}\n${words.remindedBefore(minutes * MINUTE)}`),
    accessory: undoButton(id, name, words),
  };
}

function settingsBlocks({ offersSettings = false }: HomeContent, words: Words): Block[] {
  if (!offersSettings) return [];
  const open = button({ actionId: ACTION.settings, label: words.openSettings });
  return [header(words.settings), { ...section(mrkdwn`${words.settingsOnHome}`), accessory: open }];
}

/** The entries that fit, and how many the others are. */
function listed(entries: readonly (readonly Block[])[], totals: Totals, words: Words): Block[] {
  const shown = firstWithin(entries, totals);
  const left = entries.length - shown.length;
  return left === 0 ? shown.flat() : [...shown.flat(), context(mrkdwn`${words.more(left)}`)];
}
