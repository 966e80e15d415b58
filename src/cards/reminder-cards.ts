import type { EventId } from '../core/ids.ts';
import type { ReminderMinutes } from '../core/reminder.ts';
import type { Times } from '../core/schedule.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import type { MeetingView } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { minutesAhead, type ShownOccurrence, writeMoreChoice } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { ButtonElement } from './readonly-blocks.ts';
import { viewTitle } from './view-title.ts';
import { type Clocks, momentToken, whenLine, whenSpan, yourSpan } from './when.ts';
import type { FailureKind } from './words/failure-words.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;
const MINUTE = 60;

/** In place of a reminder, to the person who asked for it: the meeting was called off. */
export function calledOffCard(view: MeetingView, words: Words, clocks: Clocks): Card {
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const lines = [
    mrkdwn`${phaseMark('cancelled')} *${words.calledOff}* · ${title}`,
    ...cancelledTimes(view, words, clocks),
  ];
  return card(
    [section(Mrkdwn.join(lines, '\n')), context(mrkdwn`${words.calledOffWhy}`)],
    mrkdwn`${words.calledOff}${Mrkdwn.ours(words.colon)}${title}${Mrkdwn.ours(words.fullStop)}${whenLine(view, words)}`,
  );
}

/** The same for a meeting that the vendor does not know any more: its title is not known either. */
export function calledOffGoneCard(
  { eventId, ...times }: Times & { readonly eventId: EventId },
  words: Words,
  clocks: Clocks,
): Card {
  const number = words.meetingNumber(eventId);
  const lines = [
    mrkdwn`${phaseMark('cancelled')} *${words.meetingGone}* · ${number}`,
    ...cancelledTimes(times, words, clocks),
  ];
  return card(
    [section(Mrkdwn.join(lines, '\n')), context(mrkdwn`${words.calledOffWhy}`)],
    mrkdwn`${words.meetingGone}${Mrkdwn.ours(words.colon)}${number}${Mrkdwn.ours(words.fullStop)}${whenLine(times, words)}`,
  );
}

function cancelledTimes(times: Times, words: Words, clocks: Clocks): Mrkdwn[] {
  const theirs = whenSpan(times, words, 'cancelled');
  return clocks === 'one'
    ? [theirs]
    : [theirs, mrkdwn`*${words.yourTime}* ${yourSpan(times, words, 'cancelled')}`];
}

/** A meeting of which the vendor says nothing as its reminder is due. */
export interface WithoutMeeting {
  readonly eventId: EventId;
  readonly start: UnixSeconds;
  readonly zone: ZoneName;
  readonly failure: FailureKind;
}

/** In place of a reminder, where the meeting could not be read: its number, when it starts, and why there is no more. */
export function withoutMeetingCard({ eventId, start, zone, failure }: WithoutMeeting, words: Words): Card {
  const moment = momentToken(start, '{date_short_pretty} {time}', { zone }, words);
  const { what } = words.failure[failure];
  return card(
    [
      section(mrkdwn`:bell: *${moment}* · ${words.meetingNumber(eventId)}\n${what}`),
      actions([button({ actionId: ACTION.details, label: words.details, value: eventId })]),
      context(mrkdwn`${words.calledOffWhy}`),
    ],
    mrkdwn`${words.meetingNumber(eventId)}${Mrkdwn.ours(words.colon)}${what}`,
  );
}

const REMIND: Readonly<Record<ReminderMinutes, string>> = {
  5: ACTION.remind5,
  10: ACTION.remind10,
  30: ACTION.remind30,
  60: ACTION.remind60,
};

/** The question behind *Remind me…*: a button for each time that still lies ahead, or that it is too late. */
export function whenToRemindCard(occurrence: ShownOccurrence, words: Words, now: UnixSeconds): Card {
  const { start } = occurrence;
  if (start === undefined) return reminderNote(words.needsTime);
  const choices = minutesAhead(start - now);
  if (choices.length === 0) return reminderNote(words.tooLateToRemind);
  const buttons = choices.map((minutes) =>
    button({
      actionId: REMIND[minutes],
      label: words.remindedBefore(minutes * MINUTE),
      value: writeMoreChoice({ ...occurrence, option: `remind-${minutes}` }),
    }),
  );
  return card(
    [section(mrkdwn`:bell: ${words.whenToRemind}`), actions(buttons)],
    mrkdwn`${words.whenToRemind}`,
  );
}

/** The answer to *Remind me*, with *Undo*. `id` names the reminder among all of its reader's. */
export function reminderSetCard(
  { title, id, minutes }: { readonly title: string; readonly id: string; readonly minutes: ReminderMinutes },
  words: Words,
): Card {
  const name = shorten(title || words.untitled, TITLE_MAX);
  const said = words.reminderSet(minutes * MINUTE);
  return card(
    [section(mrkdwn`:bell: *${name}*\n${said}`), actions([undoButton(id, name, words)])],
    mrkdwn`${name}${Mrkdwn.ours(words.colon)}${said}`,
  );
}

/** What is said of a reminder that was not set, or that is there no more. */
export function reminderNote(text: string): Card {
  return card([context(mrkdwn`${Mrkdwn.ours(text)}`)], Mrkdwn.ours(text));
}

/** *Undo* of a reminder: it sends the reminder's id, at most 2,000 characters. */
export function undoButton(id: string, title: string, words: Words): ButtonElement {
  return button({
    actionId: ACTION.remindUndo,
    label: words.undo,
    value: id,
    accessibilityLabel: words.undoNamed(title),
  });
}
