import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { endless, oversized, trickle } from './slow-bodies.ts';

/** A way in which the service can fail. */
export type Fault =
  /** Takes the question and never answers. */
  | { readonly kind: 'hang' }
  /** Answers truly, but not before `heal()`: for questions that must be in flight at the same time. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'http'; readonly status: number; readonly body?: string }
  /** A proxy's page, with status 200. */
  | { readonly kind: 'html' }
  /** The first half of the true answer, ended as if it were whole. */
  | { readonly kind: 'half-json' }
  | { readonly kind: 'reset' }
  /** Endless bytes, as fast as they are read, until the client disconnects. */
  | { readonly kind: 'endless' }
  /** The true answer, padded to `bytes` by a field of the vendor's envelope; `declared` sends its length ahead. */
  | { readonly kind: 'oversized'; readonly bytes: number; readonly declared?: boolean }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The vendor's own failure, in its envelope. */
  | { readonly kind: 'status'; readonly status: number; readonly msg: string }
  /** A true answer about another meeting than the one asked for. */
  | { readonly kind: 'wrong-event' }
  | { readonly kind: 'raw'; readonly body: string }
  /** The true answer, a byte every `everyMs`. */
  | { readonly kind: 'trickle'; readonly everyMs: number };

/** Faults of transport; the other two change what the answer says. */
export type TransportFault = Exclude<Fault, { kind: 'status' | 'wrong-event' }>;

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The true answer. */
  readonly json: string;
  /** Resolves at the next `heal()`. */
  readonly healed: Promise<void>;
}

/** Sends the answer as it should be. */
export function sendJson(response: ServerResponse, json: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(json);
}

/** Sends the answer as this fault has it. */
export async function misbehave(fault: TransportFault, exchange: Exchange): Promise<void> {
  const { request, response, json, healed } = exchange;
  switch (fault.kind) {
    case 'hang':
      return;
    case 'hold':
      await healed;
      return sendJson(response, json);
    case 'slow':
      await after(fault.ms, undefined, { ref: false });
      return sendJson(response, json);
    case 'http':
      response.writeHead(fault.status, { 'content-type': 'text/plain' }).end(fault.body ?? '');
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    case 'half-json':
      return sendJson(response, json.slice(0, Math.ceil(json.length / 2)));
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'endless':
      return endless(response);
    case 'oversized':
      return oversized(response, json, fault);
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'raw':
      return sendJson(response, fault.body);
    case 'trickle':
      return trickle(response, json, fault.everyMs);
  }
}

const page = '<!doctype html><html><body><h1>502 Bad Gateway</h1><p>sample proxy</p></body></html>';
