import type { Phase, Progress } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import { seesCounts } from '../core/view-fields.ts';
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

export function phaseWord({ start }: Pick<View, 'start'>, words: Words, phase: Phase): string {
  return phase === 'upcoming' && start === undefined ? words.scheduled : words.phase[phase];
}

/** Farther away, the date says it. */
const COUNTED_SECONDS = 24 * 60 * 60;

/**
 * What the clock adds to the phase: "ends in 24 min", within a day. Undefined where it adds nothing. It changes by the minute, so it is for one
 * reader's card.
 */
export function countdown(view: View, words: Words, phase: Phase, now: UnixSeconds): string | undefined {
  const { start, end } = view;
  switch (phase) {
    case 'upcoming':
      return start === undefined ? undefined : counted(start - now, words.startsIn);
    case 'live':
      return end === undefined ? undefined : counted(end - now, words.endsIn);
    case 'ended':
      return end === undefined ? undefined : counted(now - end, words.endedAgo);
    case 'cancelled':
      return undefined;
  }
}

function counted(seconds: number, say: (seconds: number) => string): string | undefined {
  return seconds > 0 && seconds < COUNTED_SECONDS ? say(seconds) : undefined;
}

/** What does not depend on the clock: "12 in the meeting", "lasted 1 hr". */
export function phaseDetail(
  view: View,
  words: Words,
  phase: Phase,
  { running, endedAt = view.end }: Progress,
): string | undefined {
  if (phase === 'live') {
    const count = seesCounts(view) ? (running?.attendeeCount ?? 0) : 0;
    return count > 0 ? words.inMeeting(count) : undefined;
  }
  const { start } = view;
  if (phase !== 'ended' || start === undefined || endedAt === undefined || endedAt <= start) return undefined;
  return words.lasted(endedAt - start);
}
