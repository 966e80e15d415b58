import { setTimeout as delay } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const TRIES = 3;
const WAIT_MAX_SECONDS = 30;

/** A call of Slack's Web API that nobody waits for: where Slack limits it, `Retry-After` is kept and it is made again, thrice at most. */
export async function retryOnRateLimit<T>(call: () => Promise<T>, triesLeft: number = TRIES): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const waits = error instanceof webApi.WebAPIRateLimitedError && triesLeft > 1;
    if (!waits || error.retryAfter > WAIT_MAX_SECONDS) throw error;
    await delay(error.retryAfter * 1000);
    return retryOnRateLimit(call, triesLeft - 1);
  }
}

/** Slack's word for why it refused a call, such as `not_in_channel`; undefined for anything else that was thrown. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
