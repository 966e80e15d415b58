import { type Logger, webApi } from '@slack/bolt';
import { SLACK_METHODS, type SlackMethod, type SlackOutcome } from '../ops/labels.ts';
import { type Arguments, type BlockSwitches, withClassicFallback } from './newer-blocks.ts';
import { SLACK_CALL_MS } from './time-limits.ts';
import { isTokenRefused } from './token-refused.ts';

export interface WebClientOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly fetch: typeof fetch;
  /** How often a call is made again that Slack did not answer; by default once. */
  readonly retries?: number;
  /** Told what came of each call of the app's own client. */
  readonly onCall?: OnSlackCall;
  /** Told when Slack refuses the token as one that is no longer valid. */
  readonly onTokenRefused?: (() => void) | undefined;
  /** Which newer blocks the workspace takes; by default none are sent. */
  readonly switches?: BlockSwitches;
}

export type OnSlackCall = (method: SlackMethod, outcome: SlackOutcome, milliseconds: number) => void;

/**
 * The options of every client of Slack's Web API, Bolt's own included. A call is made twice at most, and a slow one fails: Slack's defaults
 * retry for half an hour. A call that Slack limits fails at once with its `retryAfter`.
 */
export function webClientOptions({
  apiUrl,
  logger,
  fetch,
  retries = 1,
}: Omit<WebClientOptions, 'token' | 'onCall' | 'onTokenRefused' | 'switches'>): webApi.WebClientOptions {
  return {
    logger,
    fetch,
    timeout: SLACK_CALL_MS,
    retryConfig: { retries, minTimeout: 100, maxTimeout: 300, randomize: true },
    rejectRateLimitedCalls: true,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export function webClient(options: WebClientOptions): webApi.WebClient {
  const { token, onCall = () => {}, onTokenRefused = () => {}, switches = ALL_OFF } = options;
  return new ReportingClient(token, webClientOptions(options), { onCall, onTokenRefused, switches });
}

const methods = new WeakMap<object, SlackMethod>();

/** The method that was called where this error was thrown; undefined for what no call threw. */
export function slackMethodOf(error: unknown): SlackMethod | undefined {
  return typeof error === 'object' && error !== null ? methods.get(error) : undefined;
}

const ALL_OFF: BlockSwitches = { off: async (kinds) => kinds, switchOff: async () => {} };

type ClientHooks = Required<Pick<WebClientOptions, 'onCall' | 'switches'>> & {
  readonly onTokenRefused: () => void;
};

class ReportingClient extends webApi.WebClient {
  readonly #hooks: ClientHooks;

  constructor(token: string, options: webApi.WebClientOptions, hooks: ClientHooks) {
    super(token, options);
    this.#hooks = hooks;
  }

  override apiCall(method: string, options: Record<string, unknown> = {}): Promise<webApi.WebAPICallResult> {
    const call = (given: Arguments) => this.#callOnce(method, { ...given });
    return withClassicFallback(method, options, call, this.#hooks.switches);
  }

  async #callOnce(method: string, options: Record<string, unknown>): Promise<webApi.WebAPICallResult> {
    const { onCall, onTokenRefused } = this.#hooks;
    const startedAt = performance.now();
    const named = SLACK_METHODS.find((known) => known === method) ?? 'other';
    const report = (outcome: SlackOutcome): void => onCall(named, outcome, performance.now() - startedAt);
    try {
      const result = await super.apiCall(method, options);
      report('ok');
      return result;
    } catch (error) {
      report(outcomeOf(error));
      if (error instanceof Error) methods.set(error, named);
      if (isTokenRefused(error)) onTokenRefused();
      throw error;
    }
  }
}

function outcomeOf(error: unknown): SlackOutcome {
  if (error instanceof webApi.WebAPIPlatformError) return 'refused';
  return error instanceof webApi.WebAPIRateLimitedError ? 'limited' : 'failed';
}
