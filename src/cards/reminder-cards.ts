import type { ReminderMinutes } from '../core/reminder.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { ButtonElement } from './readonly-blocks.ts';
import { whenLine, whenSpan, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;
const MINUTE = 60;

/** In place of a reminder, to the person who asked for it: the meeting was called off. */
export function calledOffCard(view: View, words: Words): Card {
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const lines = [
    mrkdwn`${phaseMark('cancelled')} *${words.calledOff}* · ${title}`,
    whenSpan(view, words, 'cancelled'),
    mrkdwn`*${words.yourTime}* ${yourSpan(view, words, 'cancelled')}`,
  ];
  return card(
    [section(Mrkdwn.join(lines, '\n')), context(mrkdwn`${words.calledOffWhy}`)],
    mrkdwn`${words.calledOff}${Mrkdwn.ours(words.colon)}${title}${Mrkdwn.ours(words.fullStop)}${whenLine(view, words)}`,
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

/** *Undo* of a reminder: it sends the reminder's id, at most 2,000 characters. */
export function undoButton(id: string, title: string, words: Words): ButtonElement {
  return button({
    actionId: ACTION.remindUndo,
    label: words.undo,
    value: id,
    accessibilityLabel: words.undoNamed(title),
  });
}
