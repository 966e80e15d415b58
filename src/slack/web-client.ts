import { type Logger, webApi } from '@slack/bolt';

/** A call is made twice at most, and a slow one is given up: Slack's defaults retry for half an hour, a person waits three seconds. */
const TIMEOUT_MS = 2500;

export interface WebClientOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly fetch: typeof fetch;
}

/** What every client of Slack's Web API is made with, Bolt's own included. A limited call fails at once with its `retryAfter`. */
export function webClientOptions({
  apiUrl,
  logger,
  fetch,
}: Omit<WebClientOptions, 'token'>): webApi.WebClientOptions {
  return {
    logger,
    fetch,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300, randomize: true },
    rejectRateLimitedCalls: true,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export function webClient(options: WebClientOptions): webApi.WebClient {
  return new webApi.WebClient(options.token, webClientOptions(options));
}
