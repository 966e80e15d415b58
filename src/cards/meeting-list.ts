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
import type { Block, ButtonElement, Container, Section } from './readonly-blocks.ts';
import { shownLink } from './shown-link.ts';
import { summaryOf } from './summary.ts';
import { viewTitle } from './view-title.ts';
import { whenSpan, yourSpan } from './when.ts';
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
  /** What the app can do from an entry's menu. */
  readonly menu?: readonly MoreOption[];
}

/** One meeting of the reader's own agenda: their times, and *Join* in words where it is live or next. A menu makes it two blocks. */
export function agendaEntry(
  view: MeetingView,
  words: Words,
  { now, offersJoin, menu = [] }: AgendaEntryOptions,
): readonly Container['child_blocks'][number][] {
  const phase = phaseAt(view, now);
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const isOpen = view.audience !== 'limited' && offersJoin && canJoin(view, phase);
  const link = isOpen ? (view.attendeeLink ?? view.browserLink) : undefined;
  const join = link === undefined ? [] : [shownLink(link, words.joinNamed(title), words)];
  const first = mrkdwn`*${title}* · ${phaseMark(phase)} ${phaseWord(view, words, phase)}`;
  const text = section(Mrkdwn.join([first, mrkdwn`${yourSpan(view, words, phase)}`, ...join], '\n'));
  const details = detailsButton(view.eventId, title, words);
  const { start } = view;
  const offered = phase === 'upcoming' && start !== undefined ? reminderOptions(start - now) : [];
  const more = moreMenu(
    view,
    offered.filter((option) => menu.includes(option)),
    words,
  );
  if (more === undefined) return [{ ...text, accessory: details }];
  const row = actions([details, more]);
  return row === undefined ? [text] : [text, row];
}

/** The same on the Home tab, folded unless it is live or next. */
export function agendaRow(view: MeetingView, words: Words, options: AgendaEntryOptions): readonly Block[] {
  const phase = phaseAt(view, options.now);
  const fold = {
    title: viewTitle(view, words),
    summary: summaryOf(view, words, phase),
    isFolded: !options.offersJoin,
  };
  return [container(fold, agendaEntry(view, words, options))];
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
