import type { Answer } from './envelope.ts';
import { digitsOf } from './wire.ts';

/** The same answer, with every meeting passed off as the event numbered one higher. */
export function aboutAnotherEvent(answer: Answer): Answer {
  if (answer.kind !== 'meetings') return answer;
  return {
    kind: 'meetings',
    meetings: answer.meetings.map((meeting) => ({
      ...meeting,
      eventId: BigInt(digitsOf(meeting.eventId) ?? 0) + 1n,
    })),
  };
}
