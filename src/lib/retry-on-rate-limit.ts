import { setTimeout as delay } from 'node:timers/promises';

const TRIES = 3;
const WAIT_MAX_SECONDS = 30;

export interface RetryOptions {
  /** Seconds to wait before the next try, from what a call rejected with; undefined for any failure that is not a rate limit. */
  readonly waitSecondsOf: (error: unknown) => number | undefined;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Makes a call, and makes it again when its rate limit allows, three times at most. Rejects with the call's own error after the third
 * try, for any other failure, and at once where the wait would exceed 30 seconds.
 */
export async function retryOnRateLimit<T>(
  call: () => Promise<T>,
  { waitSecondsOf, wait = delay }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const seconds = waitSecondsOf(error);
      if (seconds === undefined || seconds > WAIT_MAX_SECONDS || attempt === TRIES) throw error;
      await wait(seconds * 1000);
    }
  }
}
