import { webApi } from '@slack/bolt';
import { retryOnRateLimit as retry } from '../lib/retry-on-rate-limit.ts';

/** A call of Slack's Web API that nobody waits for, made again after `Retry-After` where Slack limits it. */
export function retryOnRateLimit<T>(call: () => Promise<T>): Promise<T> {
  return retry(call, { waitSecondsOf: retryAfterOf });
}

/** The seconds of `Retry-After`; undefined for anything but a rate limit. */
function retryAfterOf(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined;
}

/** Whether Slack did not do a call since there were too many. */
export function isRateLimited(error: unknown): boolean {
  return retryAfterOf(error) !== undefined;
}

/** Slack's error code for a call that it refused, such as `not_in_channel`; undefined for any other error. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** What Slack says of such a refusal besides: which part it is about, and what is wrong there. */
export function slackMessagesOf(error: unknown): readonly string[] {
  return error instanceof webApi.WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []) : [];
}
