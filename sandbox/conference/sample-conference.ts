import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ConferenceAuth, refusedBecause } from './auth.ts';
import { answerTo, endpoints, refusal } from './endpoints.ts';
import { type Answer, envelope, type ResultEncoding } from './envelope.ts';
import { type FaultDesk, faultDesk } from './fault-desk.ts';
import { misbehave, sendJson } from './faults.ts';
import { type MeetingBook, meetingBook } from './meeting-book.ts';
import { tally } from './tally.ts';
import { fromJson, toJson } from './wire.ts';
import { aboutAnotherEvent } from './wrong-event.ts';

export interface SampleConferenceOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Milliseconds; what replies and the record of questions are stamped with. Default: the machine's clock. */
  readonly now?: () => number;
  /** Default: every question is answered. */
  readonly auth?: ConferenceAuth;
  /** Where "details by attendee link" is offered. Default: nowhere. */
  readonly linkLookupPath?: string;
  /** Default: `array`, as in the vendor's sample. */
  readonly resultAs?: ResultEncoding;
}

/** A question as it came in, before anything was checked. */
export interface Question {
  readonly path: string;
  /** The parsed body, with numbers too long for a `number` as `bigint`; `undefined` if it is not JSON. */
  readonly body: unknown;
  /** The body's own text: what digits were sent. */
  readonly rawBody: string;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
}

/** The vendor's conference service in small, on this machine. */
export interface SampleConference extends Pick<FaultDesk, 'fault' | 'heal'> {
  /** What to give as `CONFERENCE_API_URL`. */
  readonly url: string;
  readonly port: number;
  readonly meetings: MeetingBook;
  /** Every question since the start, answered or not. */
  readonly questions: readonly Question[];
  waitForQuestions(count: number, timeoutMs?: number): Promise<readonly Question[]>;
  /** Resolves when so many clients have left before their answer was whole; gives the paths they had asked. */
  waitForDepartures(count: number, timeoutMs?: number): Promise<readonly string[]>;
  /** How `result` is written from now on. */
  writeResultAs(encoding: ResultEncoding): void;
  /** Cuts every connection, also those in use, and frees the port. */
  close(): Promise<void>;
}

/** Starts the service on 127.0.0.1 with an empty book of meetings. */
export async function startSampleConference(
  options: SampleConferenceOptions = {},
): Promise<SampleConference> {
  const { port = 0, now = Date.now, auth = { kind: 'none' }, linkLookupPath } = options;
  let resultAs = options.resultAs ?? 'array';
  const offered = endpoints(linkLookupPath);
  const meetings = meetingBook();
  const desk = faultDesk();
  const questions = tally<Question>('questions');
  const departures = tally<string>('departures');

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    response.on('close', () => {
      if (!response.writableFinished) departures.add(path);
    });
    const rawBody = await text(request);
    const body = parsed(rawBody);
    questions.add({ path, body, rawBody, headers: request.headers, at: now() });
    const endpoint = offered.get(path);
    if (endpoint === undefined || request.method !== 'POST') {
      response.writeHead(endpoint === undefined ? 404 : 405).end();
      return;
    }
    const refused = refusedBecause(auth, request.headers) ?? refusedHeaders(request.headers);
    const answer = refused === undefined ? answerTo(endpoint, meetings, body) : refusal(refused);
    const write = (said: Answer) => toJson(envelope(said, resultAs, now(), questions.entries.length));
    const fault = desk.next(path);
    if (fault === undefined) return sendJson(response, write(answer));
    if (fault.kind === 'status') return sendJson(response, write({ ...fault, kind: 'failure' }));
    if (fault.kind === 'wrong-event') return sendJson(response, write(aboutAnotherEvent(answer)));
    return misbehave(fault, { request, response, json: write(answer), healed: desk.healed });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listening = portOf(server.address());

  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    meetings,
    questions: questions.entries,
    waitForQuestions: (count, timeoutMs = 60_000) => questions.reaches(count, timeoutMs),
    waitForDepartures: (count, timeoutMs = 60_000) => departures.reaches(count, timeoutMs),
    writeResultAs: (encoding) => {
      resultAs = encoding;
    },
    fault: desk.fault,
    heal: desk.heal,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function parsed(rawBody: string): unknown {
  try {
    return fromJson(rawBody);
  } catch {
    return undefined;
  }
}

function refusedHeaders(headers: IncomingHttpHeaders): string | undefined {
  return headers['content-type']?.startsWith('application/json') === true
    ? undefined
    : 'content-type must be application/json';
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
