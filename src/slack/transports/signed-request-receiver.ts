import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../core/time.ts';
import { sendAck } from '../send-ack.ts';
import { SLACK_WAITS_MS } from '../time-limits.ts';
import { BodiesInFlight } from './bodies-in-flight.ts';
import { headerOf, type RefusalReason, verifyAndParse } from './verify-and-parse.ts';

/** Thousands of Slack's usual requests at once; little beside the other memory of a process. */
const BODIES_MAX_BYTES = 4 * 1024 * 1024;

/** By then the bodies that took the memory are complete, or near their timeout. */
const RETRY_AFTER_SECONDS = 5;

/** Time for a client to send the rest of a body that is not read. */
const LINGER_MS = 1000;

export interface SignedRequestReceiverOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly onRefused: (reason: RefusalReason, error?: unknown) => void;
  /** The memory for bodies that are being read; by default 4 MB. */
  readonly bodies?: BodiesInFlight;
}

/** Bolt's receiver over HTTP: one read, one HMAC, one parse, one write. */
export class SignedRequestReceiver implements Receiver {
  readonly #options: SignedRequestReceiverOptions;
  readonly #secret: KeyObject;
  readonly #bodies: BodiesInFlight;
  #app: App | undefined;

  constructor(options: SignedRequestReceiverOptions) {
    this.#options = options;
    this.#secret = createSecretKey(options.signingSecret, 'utf8');
    this.#bodies = options.bodies ?? new BodiesInFlight(BODIES_MAX_BYTES);
  }

  init(app: App): void {
    this.#app = app;
  }

  /** The web server is started and stopped by its owner; the receiver only handles requests. */
  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** The handler of `POST /slack/events`. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    this.#take(request, response).catch((error: unknown) => {
      this.#refuse(response, 500, 'failed', error);
    });
  };

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock } = this.#options;
    const parsed = await verifyAndParse(request, { secret: this.#secret, clock, bodies: this.#bodies });
    switch (parsed.kind) {
      case 'payload':
        return this.#dispatch(parsed.payload, request, response);
      case 'challenge':
        return sendAck(response, { challenge: parsed.challenge });
      case 'ssl-check':
        return sendAck(response, undefined);
      case 'refused':
        if (!request.complete) hangUp(request);
        if (parsed.reason === 'overload') response.setHeader('retry-after', RETRY_AFTER_SECONDS);
        return this.#refuse(response, parsed.status, parsed.reason);
    }
  }

  async #dispatch(
    payload: ReceiverEvent['body'],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const unanswered = setTimeout(() => this.#refuse(response, 404, 'not-handled'), SLACK_WAITS_MS);
    const ack = async (answer?: unknown): Promise<void> => {
      clearTimeout(unanswered);
      if (!response.headersSent) sendAck(response, answer);
    };
    try {
      await this.#process(payload, ack, request);
      this.#refuse(response, 404, 'not-handled');
    } finally {
      clearTimeout(unanswered);
    }
  }

  async #process(
    payload: ReceiverEvent['body'],
    ack: ReceiverEvent['ack'],
    request: IncomingMessage,
  ): Promise<void> {
    const retryNum = headerOf(request, 'x-slack-retry-num');
    const retryReason = headerOf(request, 'x-slack-retry-reason');
    await this.#app?.processEvent({
      body: payload,
      ack,
      ...(retryNum === undefined ? {} : { retryNum: Number(retryNum) }),
      ...(retryReason === undefined ? {} : { retryReason }),
    });
  }

  /** Only reports the error where an answer was sent already. */
  #refuse(response: ServerResponse, status: number, reason: RefusalReason, error?: unknown): void {
    if (response.headersSent) {
      if (error !== undefined) this.#options.onRefused(reason, error);
      return;
    }
    response.writeHead(status).end();
    this.#options.onRefused(reason, error);
  }
}

/**
 * Drops the rest of the body as it comes. A client that still sends can then read the answer, which it would lose if the connection closed.
 * A client that has not ended a moment later is disconnected.
 */
function hangUp(request: IncomingMessage): void {
  const late = setTimeout(() => request.destroy(), LINGER_MS);
  request.resume().once('close', () => clearTimeout(late));
}
