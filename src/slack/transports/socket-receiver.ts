import { setTimeout as delay } from 'node:timers/promises';
import { type App, type Logger, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';

/** `connecting`: never connected yet; `reconnecting`: was connected, and will be again. */
export type SocketState = 'connecting' | 'connected' | 'reconnecting';

export interface SocketReceiverOptions {
  readonly appToken: string;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
  readonly onState: (state: SocketState) => void;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** What Slack says of a token that will not do. Source: docs.slack.dev/reference/methods/apps.connections.open */
const REFUSALS: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
  'forbidden_team',
]);

/**
 * Bolt's receiver over a socket that is opened again, for ever, until it is stopped. Slack closes every socket now and then. The SDK would open
 * it again by itself, but waits five seconds first, and gives up for good when Slack cannot be asked for an address just then.
 */
export class SocketReceiver implements Receiver {
  readonly #bolt: SocketModeReceiver;
  readonly #socket: SocketModeReceiver['client'];
  readonly #onState: (state: SocketState) => void;
  readonly #wait: (milliseconds: number) => Promise<unknown>;
  #state: SocketState = 'connecting';
  #isStopped = false;

  constructor({
    appToken,
    logger,
    clientOptions,
    onState,
    wait = (milliseconds) => delay(milliseconds, undefined, { ref: false }),
  }: SocketReceiverOptions) {
    this.#onState = onState;
    this.#wait = wait;
    this.#bolt = new SocketModeReceiver({
      appToken,
      logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
    });
    this.#socket = this.#bolt.client;
    this.#socket.on('connected', () => this.#become('connected'));
    this.#socket.on('disconnected', () => {
      if (this.#state !== 'connected' || this.#isStopped) return;
      this.#become('reconnecting');
      void this.#connect(() => false);
    });
  }

  get state(): SocketState {
    return this.#state;
  }

  init(app: App): void {
    this.#bolt.init(app);
  }

  /** Resolves when the socket is connected, however long that takes, or the receiver is stopped; rejects where Slack refuses the token. */
  async start(): Promise<void> {
    await this.#connect(isRefusal);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#bolt.stop();
  }

  async #connect(isFinal: (error: unknown) => boolean): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; !this.#isStopped; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      try {
        await this.#socket.start();
        if (this.#isStopped) await this.#bolt.stop();
        return;
      } catch (error) {
        if (isFinal(error)) throw error;
        await this.#wait(Math.max(waitMs, retryAfterMs(error)));
      }
    }
  }

  #become(state: SocketState): void {
    this.#state = state;
    this.#onState(state);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && REFUSALS.has(error.data.error);
}

function retryAfterMs(error: unknown): number {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
}
