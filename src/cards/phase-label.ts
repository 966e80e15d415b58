import { type Phase, phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { Mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

/** Decoration beside the word for the phase, never instead of it. */
const MARK: Record<Phase, Mrkdwn> = {
  live: Mrkdwn.ours(':large_green_circle:'),
  upcoming: Mrkdwn.ours(':calendar:'),
  ended: Mrkdwn.ours(':checkered_flag:'),
  cancelled: Mrkdwn.ours(':no_entry_sign:'),
};

export function phaseMark(phase: Phase): Mrkdwn {
  return MARK[phase];
}

/** What the clock adds to the phase: "ends in 24 min". Undefined where it adds nothing. */
export function countdown(view: View, words: Words, now: UnixSeconds): string | undefined {
  switch (phaseAt(view, now)) {
    case 'upcoming':
      return words.startsIn(view.start - now);
    case 'live':
      return view.end === undefined ? undefined : words.endsIn(view.end - now);
    case 'ended':
      return view.end === undefined || view.end > now ? undefined : words.endedAgo(now - view.end);
    case 'cancelled':
      return undefined;
  }
}
