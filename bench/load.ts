import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, Exchange } from './exchange.ts';
import type { SignedRequests } from './signed-requests.ts';
import { percentile } from './table.ts';

export interface Load {
  /** One server, or several that take turns as behind a load balancer. */
  readonly ports: readonly number[];
  readonly requests: SignedRequests;
  /** Which of them is sent first; by default the first. Several loads with one list go on where the last one ended, so that each of it is sent. */
  readonly first?: number;
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, spread evenly; undefined: as many as the connections carry. */
  readonly perSecond?: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  /** Answers that were no HTTP 200. */
  readonly failed: number;
  /** Of an answer, in the mean. */
  readonly bytes: number;
}

/** Loads servers with requests for a time and measures each from its first byte out to its last byte in. */
export async function load(given: Load): Promise<Measured> {
  const { ports, requests, first = 0, connections, seconds, perSecond } = given;
  const lines = await Promise.all(
    Array.from({ length: connections }, (_, nth) => Exchange.to(ports[nth % ports.length] ?? 0)),
  );
  const times: number[] = [];
  let [sent, failed, bytes] = [0, 0, 0];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  const count = (answer: Answer, since: number): void => {
    times.push(performance.now() - since);
    bytes += answer.bytes;
    if (answer.status !== 200) failed += 1;
  };
  const asFastAsPossible = async (line: Exchange): Promise<void> => {
    while (performance.now() < endsAt) {
      const since = performance.now();
      sent += 1;
      count(await line.send(requests.take(first + sent)), since);
    }
  };
  /** Each request has its moment, and is measured from there: a server that stalls is not spared the requests that queue up. */
  const atItsMoment = async (line: Exchange, rate: number): Promise<void> => {
    for (;;) {
      const dueAt = startedAt + (sent / rate) * 1000;
      if (dueAt >= endsAt) return;
      sent += 1;
      const early = dueAt - performance.now();
      if (early > 0) await delay(early);
      const since = Math.min(dueAt, performance.now());
      count(await line.send(requests.take(first + sent)), since);
    }
  };
  await Promise.all(
    lines.map((line) => (perSecond === undefined ? asFastAsPossible(line) : atItsMoment(line, perSecond))),
  );
  const elapsed = (performance.now() - startedAt) / 1000;
  for (const line of lines) line.close();
  const sorted = Float64Array.from(times).sort();
  return {
    perSecond: times.length / elapsed,
    p50: percentile(sorted, 50),
    p90: percentile(sorted, 90),
    p99: percentile(sorted, 99),
    max: percentile(sorted, 100),
    failed,
    bytes: bytes / Math.max(1, times.length),
  };
}
