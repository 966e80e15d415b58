import { hasStart, type Phase } from '../core/schedule.ts';
import type { MeetingView } from '../core/views.ts';
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark, phaseWord } from './phase-label.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';

/** What a folded meeting still says below its title: its state, and when it starts on the reader's clock. */
export function summaryOf(view: MeetingView, words: Words, phase: Phase): Mrkdwn {
  const state = mrkdwn`${phaseMark(phase)} *${phaseWord(view, words, phase)}*`;
  if (!hasStart(view)) return mrkdwn`${state} · ${words.timeNotGiven}`;
  const start = momentToken(view.start, '{date_short_pretty} {time}', view, words);
  return mrkdwn`${state} · ${phase === 'cancelled' ? mrkdwn`~${start}~` : start}`;
}
