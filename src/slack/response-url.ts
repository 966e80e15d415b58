import type { Card } from '../cards/blocks.ts';
import { classicBlocks } from '../cards/classic-blocks.ts';
import { slackBlocks } from '../cards/readonly-blocks.ts';
import { type HttpFetch, type HttpResponse, USER_AGENT } from '../lib/http-fetch.ts';
import { RenderedCard } from './rendered-card.ts';
import { SLACK_CALL_MS } from './time-limits.ts';

/** A message for one person, or for the channel; the fields are Slack's (interactivity/handling-user-interaction). */
export interface Message {
  readonly card: Card;
  readonly to: 'user' | 'channel';
  /** Replaces the message that the press came from, or the waiting line. */
  readonly replaces: boolean;
  /** The thread to answer in, where the press came from one. */
  readonly threadTs?: string | undefined;
}

/** Sends through a `response_url`. Rejects with `ReplyError` where Slack does not accept it, or where the address is not Slack's. */
export type SendMessage = (responseUrl: string, message: Message) => Promise<void>;

/** A reply was not accepted: an HTTP status, no answer in time, or an address that is not Slack's (`FOREIGN_ADDRESS`). */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`a reply was not accepted: ${code}`, options);
    this.code = code;
  }
}

/**
 * The body of an answer, in the acknowledgement of a request or through a `response_url`: classic blocks only, since nothing is sent twice there. A
 * cached card has its body, with the JSON, already.
 */
export function messageBody({ card, to, replaces, threadTs }: Message): Readonly<Record<string, unknown>> {
  const isPlain = to === 'user' && !replaces && threadTs === undefined;
  if (isPlain && card instanceof RenderedCard) return card.ephemeralBody;
  return {
    response_type: to === 'user' ? 'ephemeral' : 'in_channel',
    replace_original: replaces,
    text: card.text,
    blocks: classicBlocks(slackBlocks(card.blocks)),
    unfurl_links: false,
    unfurl_media: false,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
}

/** The code of the error for an address that nothing was sent to. */
export const FOREIGN_ADDRESS = 'foreign-address';

/** Where response URLs lead (docs.slack.dev, interactivity/handling-user-interaction; the second for GovSlack). */
const SLACK_ORIGINS = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

export interface ReplySenderOptions {
  readonly fetch: HttpFetch;
  /** Where the Web API is, if not at Slack; response URLs may lead to the same host and port. */
  readonly apiUrl: string | undefined;
  readonly onForeignAddress: () => void;
}

/** Sends through response URLs. */
export interface ReplySender {
  readonly reply: SendMessage;
  /** Deletes the message that a press came from. Rejects as `reply` does. */
  readonly removeOriginal: (responseUrl: string) => Promise<void>;
}

/** Tries once: a `response_url` counts its uses, and an answer that comes twice is worse than one that is missing. */
export function replySender({ fetch, apiUrl, onForeignAddress }: ReplySenderOptions): ReplySender {
  const origins = new Set([...SLACK_ORIGINS, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])]);

  async function send(responseUrl: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    if (!URL.canParse(responseUrl) || !origins.has(new URL(responseUrl).origin)) {
      onForeignAddress();
      throw new ReplyError(FOREIGN_ADDRESS);
    }
    let response: HttpResponse;
    try {
      response = await fetch(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': USER_AGENT },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(SLACK_CALL_MS),
      });
    } catch (error) {
      throw new ReplyError(error instanceof Error ? error.name : 'unknown', { cause: error });
    }
    await response.body?.cancel();
    if (!response.ok) throw new ReplyError(`HTTP ${response.status}`);
  }

  return {
    reply: (responseUrl, message) => send(responseUrl, messageBody(message)),
    removeOriginal: (responseUrl) => send(responseUrl, { delete_original: true }),
  };
}
