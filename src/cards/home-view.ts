import type { HomeView } from '@slack/types';
import { type AgendaDay, liveOrNext } from '../core/agenda.ts';
import type { EventId } from '../core/ids.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, context, header, section, viewBlocks } from './blocks.ts';
import { findField, usageSection } from './find-form.ts';
import { LIMITS } from './limits.ts';
import { agendaEntry, namedEntry } from './meeting-list.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { type Block, slackBlocks } from './readonly-blocks.ts';
import { firstWithin } from './totals.ts';
import type { Words } from './words/words.ts';
import { zonedTime } from './zoned-time.ts';

/** A person's coming meetings by day, or why none are shown. */
export type HomeAgenda =
  | { readonly kind: 'days'; readonly days: readonly AgendaDay[] }
  | { readonly kind: 'not-known'; readonly why: string }
  | { readonly kind: 'failed' };

export interface HomeContent {
  readonly recents: readonly { readonly eventId: EventId; readonly title: string }[];
  readonly agenda: HomeAgenda;
  readonly zone: ZoneName;
  readonly now: UnixSeconds;
}

/** The rest of a view's limits is for what follows the agenda: the recent meetings and the usage. */
const AGENDA = { blocks: LIMITS.viewBlocks - 30, texts: LIMITS.viewTexts - 15_000 };

/** The Home tab: the find field, the next seven days, the meetings looked up recently, and how to get started. */
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
        header(words.recentlyLookedUp),
        ...recents.map((recent) => namedEntry(recent, words)),
        recents.length === 0
          ? section(mrkdwn`${words.nothingRecent}`)
          : actions([button({ actionId: ACTION.homeClear, label: words.clearRecent })]),
        header(words.howToBegin),
        usageSection(words),
        section(Mrkdwn.ours(words.otherEntryPoints)),
        context(mrkdwn`${words.asOf} ${moment}`),
      ]),
    ),
  };
}

function agendaBlocks({ agenda, zone, now }: HomeContent, words: Words): Block[] {
  if (agenda.kind === 'not-known') return [section(mrkdwn`${agenda.why}`)];
  if (agenda.kind === 'failed') return [section(mrkdwn`:warning: ${words.agendaFailed}`)];
  if (agenda.days.length === 0) return [section(mrkdwn`${words.nothingThisWeek}`)];
  const offered = liveOrNext(
    agenda.days.flatMap(({ meetings }) => meetings),
    now,
  );
  const local = zonedTime(words, zone);
  const all = agenda.days.flatMap(({ start, meetings }) => [
    section(mrkdwn`*${local.date(start)}*`),
    ...meetings.map((view) => agendaEntry(view, words, now, offered.has(view))),
  ]);
  const shown = firstWithin(all, AGENDA);
  const left = all.filter(isEntry).length - shown.filter(isEntry).length;
  return left === 0 ? shown : [...shown, context(mrkdwn`${words.more(left)}`)];
}

/** The section of a meeting has *Details* beside it; the heading of a day does not. */
function isEntry(block: Block): boolean {
  return block.type === 'section' && block.accessory !== undefined;
}
