import { type Logger, webApi } from '@slack/bolt';
import type { HttpFetch } from '../lib/http-fetch.ts';
import { SLACK_METHODS, type SlackMethod, type SlackOutcome } from '../ops/labels.ts';
import { SLACK_CALL_MS } from './time-limits.ts';

export interface WebClientOptions {
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly fetch: HttpFetch;
  /** How often a call is made again that Slack did not answer; by default once. */
  readonly retries?: number;
  /** Told what came of each call of the app's own client. */
  readonly onCall?: OnSlackCall;
}

export type OnSlackCall = (method: SlackMethod, outcome: SlackOutcome, milliseconds: number) => void;

/** The calls that a process has in progress at a time with one client, of all installations together. Nine of them whose calls all hang leave room for the others. */
const CALLS_OF_ALL = 1000;

/**
 * The options of every client of Slack's Web API, Bolt's own included. A call is made twice at most, and a slow one fails: Slack's defaults
 * retry for half an hour. A call that Slack limits fails at once with its `retryAfter`; a client that waited would make every installation wait.
 */
export function webClientOptions({
  apiUrl,
  logger,
  fetch,
  retries = 1,
}: Omit<WebClientOptions, 'onCall'>): webApi.WebClientOptions {
  return {
    logger,
    fetch,
    timeout: SLACK_CALL_MS,
    retryConfig: { retries, minTimeout: 100, maxTimeout: 300, randomize: true },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: CALLS_OF_ALL,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** A client for a whole process, without a token: each call brings that of its installation (`slackClients`). */
export function webClient({ onCall = () => {}, ...options }: WebClientOptions): webApi.WebClient {
  return new ReportingClient(webClientOptions(options), onCall);
}

const methods = new WeakMap<object, SlackMethod>();

/** The method that was called where this error was thrown; undefined for what no call threw. */
export function slackMethodOf(error: unknown): SlackMethod | undefined {
  return typeof error === 'object' && error !== null ? methods.get(error) : undefined;
}

class ReportingClient extends webApi.WebClient {
  readonly #onCall: OnSlackCall;

  constructor(options: webApi.WebClientOptions, onCall: OnSlackCall) {
    super(undefined, options);
    this.#onCall = onCall;
  }

  override async apiCall(
    method: string,
    options: Record<string, unknown> = {},
  ): Promise<webApi.WebAPICallResult> {
    const startedAt = performance.now();
    const named = SLACK_METHODS.find((known) => known === method) ?? 'other';
    const report = (outcome: SlackOutcome): void =>
      this.#onCall(named, outcome, performance.now() - startedAt);
    try {
      const result = await super.apiCall(method, options);
      report('ok');
      return result;
    } catch (error) {
      report(outcomeOf(error));
      if (error instanceof Error) methods.set(error, named);
      throw error;
    }
  }
}

function outcomeOf(error: unknown): SlackOutcome {
  if (error instanceof webApi.WebAPIPlatformError) return 'refused';
  return error instanceof webApi.WebAPIRateLimitedError ? 'limited' : 'failed';
}
