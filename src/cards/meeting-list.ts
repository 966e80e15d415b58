import type { EventId } from '../core/ids.ts';
import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { MeetingView } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, container, section } from './blocks.ts';
import { canJoin } from './joining.ts';
import { shorten } from './limits.ts';
import { type MoreOption, moreMenu, reminderOptions } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark, phaseWord } from './phase-label.ts';
import type { ButtonElement, Container, Section } from './readonly-blocks.ts';
import { shownLink } from './shown-link.ts';
import { summaryOf } from './summary.ts';
import { viewTitle } from './view-title.ts';
import { whenSpan, yourEnd, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 150;

/** One meeting of a list: title, state and times, with *Details* beside it. */
export function meetingEntry(view: MeetingView, words: Words, now: UnixSeconds): Section {
  const phase = phaseAt(view, now);
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const text = mrkdwn`*${title}* · ${phaseMark(phase)} ${phaseWord(view, words, phase)}\n${whenSpan(view, words, phase)}`;
  return { ...section(text), accessory: detailsButton(view.eventId, title, words) };
}

/** How a meeting stands in an agenda. */
export interface AgendaEntryOptions {
  readonly now: UnixSeconds;
  readonly offersJoin: boolean;
}

export interface AgendaRowOptions extends AgendaEntryOptions {
  /** What the app can do from a row's menu. */
  readonly menu: readonly MoreOption[];
}

/** One meeting of the reader's own agenda: title, state, their times, and *Join* in words where it is live or next. */
export function agendaEntry(view: MeetingView, words: Words, options: AgendaEntryOptions): Section {
  const phase = phaseAt(view, options.now);
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const lines = [
    mrkdwn`*${title}* · ${phaseMark(phase)} ${phaseWord(view, words, phase)}`,
    yourSpan(view, words, phase),
    ...joinLines(view, words, options),
  ];
  return { ...section(Mrkdwn.join(lines, '\n')), accessory: detailsButton(view.eventId, title, words) };
}

/** The same on the Home tab, folded to title, state and start unless it is live or next, with a menu. */
export function agendaRow(view: MeetingView, words: Words, options: AgendaRowOptions): Container {
  const phase = phaseAt(view, options.now);
  const title = viewTitle(view, words);
  const fold = { title, summary: summaryOf(view, words, phase), isFolded: !options.offersJoin };
  const lines = [yourEnd(view, words, phase), ...joinLines(view, words, options)].filter(
    (line) => line !== undefined,
  );
  const { start } = view;
  const offered = phase === 'upcoming' && start !== undefined ? reminderOptions(start - options.now) : [];
  const menu = moreMenu(
    view,
    offered.filter((option) => options.menu.includes(option)),
    words,
  );
  return container(fold, [
    lines.length > 0 ? section(Mrkdwn.join(lines, '\n')) : undefined,
    actions([detailsButton(view.eventId, shorten(title, TITLE_MAX), words), menu]),
  ]);
}

function joinLines(
  view: MeetingView,
  words: Words,
  { now, offersJoin }: AgendaEntryOptions,
): readonly Mrkdwn[] {
  if (view.audience === 'limited' || !offersJoin || !canJoin(view, phaseAt(view, now))) return [];
  const link = view.attendeeLink ?? view.browserLink;
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  return link === undefined ? [] : [shownLink(link, words.joinNamed(title), words)];
}

/** What the list of recent meetings holds of a meeting. */
export interface NamedMeeting {
  readonly eventId: EventId;
  /** Undefined where it may not be for the reader. */
  readonly title: string | undefined;
}

/** One recent meeting: title and number, with *Details* beside it. */
export function namedEntry({ eventId, title }: NamedMeeting, words: Words): Section {
  const number = words.meetingNumber(eventId);
  const isNamed = title !== undefined;
  const name = isNamed ? shorten(title || words.untitled, TITLE_MAX) : words.numberedMeeting(eventId);
  return {
    ...section(isNamed ? mrkdwn`*${name}* · ${number}` : mrkdwn`*${name}*`),
    accessory: detailsButton(eventId, name, words),
  };
}

function detailsButton(eventId: EventId, title: string, words: Words): ButtonElement {
  return button({
    actionId: ACTION.details,
    label: words.details,
    value: eventId,
    accessibilityLabel: words.detailsNamed(title),
  });
}
