import type { EventId } from '../core/ids.ts';
import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { button, section } from './blocks.ts';
import { canJoin } from './joining.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { ButtonElement, Section } from './readonly-blocks.ts';
import { shownLink } from './shown-link.ts';
import { whenSpan, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 150;

/** One meeting of a list: title, state and times, with *Details* beside it. */
export function meetingEntry(view: View, words: Words, now: UnixSeconds): Section {
  const phase = phaseAt(view, now);
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const text = mrkdwn`*${title}* · ${phaseMark(phase)} ${words.phase[phase]}\n${whenSpan(view, words, phase)}`;
  return { ...section(text), accessory: detailsButton(view.eventId, title, words) };
}

/** One meeting of the reader's own agenda: their times, and *Join* in words where it is live or next. */
export function agendaEntry(view: View, words: Words, now: UnixSeconds, offersJoin: boolean): Section {
  const phase = phaseAt(view, now);
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const link = offersJoin && canJoin(view, phase) ? (view.attendeeLink ?? view.browserLink) : undefined;
  const join = link === undefined ? [] : [shownLink(link, words.joinNamed(title), words)];
  const first = mrkdwn`*${title}* · ${phaseMark(phase)} ${words.phase[phase]}`;
  return {
    ...section(Mrkdwn.join([first, mrkdwn`${yourSpan(view, words)}`, ...join], '\n')),
    accessory: detailsButton(view.eventId, title, words),
  };
}

/** What the list of recent meetings holds of a meeting. */
export interface NamedMeeting {
  readonly eventId: EventId;
  readonly title: string;
}

/** One recent meeting: title and number, with *Details* beside it. */
export function namedEntry({ eventId, title }: NamedMeeting, words: Words): Section {
  const name = shorten(title || words.untitled, TITLE_MAX);
  return {
    ...section(mrkdwn`*${name}* · ${words.meetingNumber(eventId)}`),
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
