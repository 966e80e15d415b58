import type { Times } from '../core/schedule.ts';
import type { SharedView } from '../core/views.ts';
import { type Card, card, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import { viewTitle } from './view-title.ts';
import { whenLine, whenSpan, yourSpan } from './when.ts';
import { movedSpan, yourMovedSpan } from './when-moved.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;

/** The note in the thread of a shared card whose meeting was cancelled: its time, struck through. */
export function cancelledNote(view: SharedView, words: Words): Card {
  return note(view, words, {
    what: mrkdwn`${phaseMark('cancelled')} *${words.meetingCancelled}*`,
    when: whenSpan(view, words, 'cancelled'),
    yours: yourSpan(view, words, 'cancelled'),
    said: words.meetingCancelled,
    saidWhen: whenLine(view, words),
  });
}

/** The note in the thread of a shared card whose meeting was moved from another time, or to another zone. */
export function movedNote(view: SharedView, from: Times, words: Words): Card {
  return note(view, words, {
    what: mrkdwn`${phaseMark('upcoming')} *${words.meetingMoved}*`,
    when: movedSpan(from, view, words),
    yours: yourMovedSpan(from, view, words),
    said: words.meetingMoved,
    saidWhen: words.fromTo(whenLine(from, words), whenLine(view, words)),
  });
}

interface NoteTexts {
  readonly what: Mrkdwn;
  readonly when: Mrkdwn;
  readonly yours: Mrkdwn;
  /** The same in plain words. */
  readonly said: string;
  readonly saidWhen: string;
}

function note(view: SharedView, words: Words, { what, when, yours, said, saidWhen }: NoteTexts): Card {
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const lines = [mrkdwn`${what} · ${title}`, when, mrkdwn`*${words.yourTime}* ${yours}`];
  return card(
    [section(Mrkdwn.join(lines, '\n'))],
    mrkdwn`${said}${Mrkdwn.ours(words.colon)}${title}${Mrkdwn.ours(words.fullStop)}${saidWhen}`,
  );
}
