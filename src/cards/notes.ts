import { hasStart, type KnownTimes } from '../core/schedule.ts';
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
    yours: hasStart(view) ? yourSpan(view, words, 'cancelled') : undefined,
    said: words.meetingCancelled,
    saidWhen: whenLine(view, words),
  });
}

/** Where a meeting was moved to, and from where. */
interface Move {
  readonly from: KnownTimes;
  readonly to: KnownTimes;
}

/** The note in the thread of a shared card whose meeting was moved from another time, or to another zone. */
export function movedNote(view: SharedView, { from, to }: Move, words: Words): Card {
  return note(view, words, {
    what: mrkdwn`${phaseMark('upcoming')} *${words.meetingMoved}*`,
    when: movedSpan(from, to, words),
    yours: yourMovedSpan(from, to, words),
    said: words.meetingMoved,
    saidWhen: words.fromTo(whenLine(from, words), whenLine(to, words)),
  });
}

interface NoteTexts {
  readonly what: Mrkdwn;
  readonly when: Mrkdwn;
  /** Undefined where the time is not given. */
  readonly yours: Mrkdwn | undefined;
  /** The same in plain words. */
  readonly said: string;
  readonly saidWhen: string;
}

function note(view: SharedView, words: Words, { what, when, yours, said, saidWhen }: NoteTexts): Card {
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const lines = [
    mrkdwn`${what} · ${title}`,
    when,
    ...(yours === undefined ? [] : [mrkdwn`*${words.yourTime}* ${yours}`]),
  ];
  return card(
    [section(Mrkdwn.join(lines, '\n'))],
    mrkdwn`${said}${Mrkdwn.ours(words.colon)}${title}${Mrkdwn.ours(words.fullStop)}${saidWhen}`,
  );
}
