import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../core/time.ts';
import { InFlight } from '../lib/in-flight.ts';
import { BodiesInFlight } from './bodies-in-flight.ts';
import { sendAck } from './send-ack.ts';
import { headerOf, type RefusalReason, verifyAndParse } from './verify-and-parse.ts';

/** Slack shows an error after three seconds; whoever is not answered by then is not kept waiting. */
const UNANSWERED_MS = 3000;

/** Thousands of Slack's ordinary requests at once; small beside what a process needs anyway. */
const BODIES_MAX_BYTES = 32 * 1024 * 1024;

/** By then the bodies that took the memory have come to their end, or run into their time-out soon. */
const RETRY_AFTER_SECONDS = 5;

/** Time to send the rest of a body that nobody reads. */
const LINGER_MS = 1000;

export interface SignedRequestReceiverOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly onRefused: (reason: RefusalReason, error?: unknown) => void;
  /**
   * Takes slash commands instead of Bolt, which builds a client, `say`, `respond` and a context for each and needs a fifth of an answer's
   * time for that. Never rejects. Without it they go to Bolt like everything else.
   */
  readonly onCommand?: (body: unknown, ack: (answer?: unknown) => Promise<void>) => Promise<void>;
  /** The memory for bodies that are being read; by default 32 MB. */
  readonly bodies?: BodiesInFlight;
}

/** Bolt's receiver over HTTP: one read, one HMAC, one parse, one write. */
export class SignedRequestReceiver implements Receiver {
  readonly #options: SignedRequestReceiverOptions;
  readonly #secret: KeyObject;
  readonly #bodies: BodiesInFlight;
  readonly #underWay = new InFlight();
  #app: App | undefined;

  constructor(options: SignedRequestReceiverOptions) {
    this.#options = options;
    this.#secret = createSecretKey(options.signingSecret, 'utf8');
    this.#bodies = options.bodies ?? new BodiesInFlight(BODIES_MAX_BYTES);
  }

  init(app: App): void {
    this.#app = app;
  }

  /** Whoever owns the server starts it; the receiver only handles. */
  async start(): Promise<void> {}

  /** Resolves when every request that was taken has been worked off, also what goes on behind its answer. */
  async stop(): Promise<void> {
    await this.#underWay.ended();
  }

  /** The handler of `POST /slack/events`. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const work = this.#take(request, response).catch((error: unknown) => {
      this.#refuse(response, 500, 'failed', error);
    });
    this.#underWay.add(work);
  };

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock } = this.#options;
    const intake = await verifyAndParse(request, { secret: this.#secret, clock, bodies: this.#bodies });
    switch (intake.kind) {
      case 'payload':
        return this.#dispatch(intake.payload, request, response);
      case 'challenge':
        return sendAck(response, { challenge: intake.challenge });
      case 'ssl-check':
        return sendAck(response, undefined);
      case 'refused':
        if (!request.complete) hangUp(request);
        if (intake.reason === 'overload') response.setHeader('retry-after', RETRY_AFTER_SECONDS);
        return this.#refuse(response, intake.status, intake.reason);
    }
  }

  async #dispatch(
    payload: ReceiverEvent['body'],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const unanswered = setTimeout(() => this.#refuse(response, 404, 'not-handled'), UNANSWERED_MS);
    const { onCommand } = this.#options;
    const ack = async (answer?: unknown): Promise<void> => {
      clearTimeout(unanswered);
      if (!response.headersSent) sendAck(response, answer);
    };
    try {
      if (onCommand !== undefined && isCommand(payload)) await onCommand(payload, ack);
      else await this.#process(payload, ack, request);
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

  /** Does nothing where an answer was given already. */
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
 * What is left of the body is dropped as it comes: whoever still sends reads the answer, which a connection that is closed under them would
 * take away. Who has not ended a moment later is cut off.
 */
function hangUp(request: IncomingMessage): void {
  const late = setTimeout(() => request.destroy(), LINGER_MS);
  request.resume().once('close', () => clearTimeout(late));
}

/** As Bolt tells a command from other bodies. */
function isCommand(payload: ReceiverEvent['body']): boolean {
  return payload.event === undefined && payload.command !== undefined;
}
