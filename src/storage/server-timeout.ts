import { withTimeout } from '../lib/with-timeout.ts';

/** A pause of this process must not count as a fault of the server. */
const STEPS = 4;

/** The server did not answer within the time limit. */
export class ServerTimedOut extends Error {
  override readonly name = 'ServerTimedOut';
  readonly code = 'timed-out';
}

/** The call's result; rejects with `ServerTimedOut` after `milliseconds` in which this process could have read an answer. */
export async function withServerTimeout<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  const answered = call().then((value) => ({ value }));
  const answer = await withTimeout(milliseconds, answered, { steps: STEPS });
  if (answer === undefined) throw new ServerTimedOut('no answer in time');
  return answer.value;
}
