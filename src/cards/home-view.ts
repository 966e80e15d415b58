import type { HomeView } from '@slack/types';
import type { AccountFailure, AccountOverview } from '../core/account-state.ts';
import type { WebLink } from '../core/ids.ts';
import type { ReminderMinutes } from '../core/reminder.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { accountStateText } from './account-form.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, context, header, section, viewBlocks } from './blocks.ts';
import { findField, usageSection } from './find-form.ts';
import { supportLink } from './help-card.ts';
import { agendaBlocks, type HomeAgenda, listed } from './home-agenda.ts';
import { LIMITS, shorten } from './limits.ts';
import { type NamedMeeting, namedEntry } from './meeting-list.ts';
import type { MoreOption } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { type Block, type Section, slackBlocks } from './readonly-blocks.ts';
import { undoButton } from './reminder-cards.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';
import { zonedTime } from './zoned-time.ts';

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
  /** How the conference account of the workspace stands, for a reader who may change it and the settings; nobody else is told. */
  readonly account?: AccountOverview | undefined;
  /** What the app can do from the menu of a meeting. */
  readonly menu?: readonly MoreOption[];
  readonly supportUrl?: WebLink | undefined;
}

const TITLE_MAX = 150;
const VENDOR_TEXT_MAX = 300;
const MINUTE = 60;
const REMINDERS = { blocks: 20, texts: 6000 };

/** The rest of a view's limits is for what follows the agenda: the reminders, the recent meetings, the settings and the usage. */
const AGENDA = { blocks: LIMITS.viewBlocks - 48, texts: LIMITS.viewTexts - 24_000 };

/** The Home tab: the find field, the next seven days, the reminders, the meetings looked up recently, settings, and how to get started. */
export function homeView(content: HomeContent, words: Words): HomeView {
  const { recents, now, zone, agenda, menu = [], supportUrl } = content;
  const moment = Mrkdwn.date(now, '{date_short_pretty} {time}', `${zonedTime(words, zone).time(now)}`);
  const administration = administrationBlocks(content, words);
  const isFirst = agenda.kind === 'no-account' && administration.length > 0;
  return {
    type: 'home',
    blocks: slackBlocks(
      viewBlocks([
        findField(words, true),
        ...(isFirst ? administration : agendaBlocks(agenda, { zone, now, menu }, AGENDA, words)),
        actions([button({ actionId: ACTION.homeRefresh, label: words.refresh })]),
        ...reminderBlocks(content, words),
        header(words.recentlyLookedUp),
        ...recents.map((recent) => namedEntry(recent, words)),
        recents.length === 0
          ? section(mrkdwn`${words.nothingRecent}`)
          : actions([button({ actionId: ACTION.homeClear, label: words.clearRecent })]),
        ...(isFirst ? [] : administration),
        header(words.howToBegin),
        usageSection(words),
        section(Mrkdwn.ours(words.otherEntryPoints)),
        supportLink(supportUrl, words),
        context(mrkdwn`${words.asOf} ${moment}`),
      ]),
    ),
  };
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

/** The settings, and how the account stands; a workspace without one is told that first. */
function administrationBlocks({ account, agenda, zone }: HomeContent, words: Words): Block[] {
  if (account === undefined) return [];
  const { state, lastFailure } = account;
  const isNeeded = agenda.kind === 'no-account';
  const open = button({ actionId: ACTION.settings, label: words.openSettings }, isNeeded);
  return [
    header(words.settings),
    { ...section(mrkdwn`${words.settingsOnHome}`), accessory: open },
    section(mrkdwn`*${words.account.title}*\n${accountStateText(state, zone, words)}`),
    ...(lastFailure === undefined ? [] : [context(...failureTexts(lastFailure, zone, words))]),
  ];
}

function failureTexts(
  { kind, code, message, at }: AccountFailure,
  zone: ZoneName,
  words: Words,
): readonly Mrkdwn[] {
  const moment = momentToken(at, '{date_short_pretty} {time}', { zone }, words);
  const said = [code, message].map((text) => text && shorten(text, VENDOR_TEXT_MAX));
  const [saidCode, saidMessage] = said;
  return [
    mrkdwn`:warning: *${words.lastRequestFailed}* ${words.failure[kind].what} ${moment}`,
    ...(saidCode === undefined ? [] : [mrkdwn`${words.vendorSays(saidCode, saidMessage)}`]),
  ];
}
