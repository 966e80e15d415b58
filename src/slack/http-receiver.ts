import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../core/time.ts';
import { UnderWay } from '../ops/under-way.ts';
import { write } from './acknowledgement.ts';
import { isSslCheck, parseBody, readBody } from './request-body.ts';
import { isFromSlack } from './signature.ts';

/** Slack shows an error after three seconds; whoever is not answered by then is not kept waiting. */
const UNANSWERED_MS = 3000;

export type RefusalReason =
  | 'method'
  | 'too-large'
  | 'aborted'
  | 'signature'
  | 'unreadable'
  | 'not-handled'
  | 'failed';

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly onRefused: (reason: RefusalReason, error?: unknown) => void;
  /**
   * Takes slash commands instead of Bolt, which builds a client, `say`, `respond` and a context for each and needs a fifth of an answer's
   * time for that. Never rejects. Without it they go to Bolt like everything else.
   */
  readonly onCommand?: (body: unknown, ack: (answer?: unknown) => Promise<void>) => Promise<void>;
}

/**
 * Bolt's receiver over HTTP: one read, one HMAC, one parse, one write. It refuses what Bolt's own refuses, and besides: timestamps from
 * the future, bodies over 1 MB, and signed bodies that are no object (which end a process of plain Bolt 5.1).
 */
export class HttpReceiver implements Receiver {
  readonly #options: HttpReceiverOptions;
  readonly #secret: KeyObject;
  readonly #underWay = new UnderWay();
  #app: App | undefined;

  constructor(options: HttpReceiverOptions) {
    this.#options = options;
    this.#secret = createSecretKey(options.signingSecret, 'utf8');
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
    if (request.method !== 'POST') return this.#refuse(response, 404, 'method');
    const body = await readBody(request).catch(() => 'aborted' as const);
    if (body === 'aborted') return this.#refuse(response, 400, 'aborted');
    if (body === undefined) {
      response.setHeader('connection', 'close');
      this.#refuse(response, 413, 'too-large');
      response.once('finish', () => request.destroy());
      return;
    }
    await othersRead();
    const contentType = request.headers['content-type'];
    if (isSslCheck(contentType, body)) {
      response.writeHead(200).end();
      return;
    }
    const signed = {
      timestamp: single(request, 'x-slack-request-timestamp'),
      signature: single(request, 'x-slack-signature'),
      body,
    };
    if (!isFromSlack(signed, this.#secret, this.#options.clock()))
      return this.#refuse(response, 401, 'signature');
    const payload = parseBody(contentType, body);
    if (payload === undefined) return this.#refuse(response, 400, 'unreadable');
    if (payload.type === 'url_verification') return write(response, { challenge: payload.challenge });
    await this.#dispatch(payload, request, response);
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
      if (!response.headersSent) write(response, answer);
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
    const retryNum = single(request, 'x-slack-retry-num');
    const retryReason = single(request, 'x-slack-retry-reason');
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
 * Lets the event loop read what else has arrived before anything is answered: reading many requests and then answering many takes a
 * fifth less of the processor than turning from one to the other, and a lone request waits for nothing.
 */
function othersRead(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** As Bolt tells a command from other bodies. */
function isCommand(payload: ReceiverEvent['body']): boolean {
  return payload.event === undefined && payload.command !== undefined;
}

function single(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
