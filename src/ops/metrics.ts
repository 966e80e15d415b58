import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A person waits three seconds at most; the vendor's question has two by default. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];

const BREAKER_STATES = ['closed', 'half-open', 'open'] as const;

/** What is counted. Every label is one of a few words of this program's own; none can hold anything that a user or a service said. */
export interface Metrics {
  answered(door: string, outcome: string, milliseconds: number): void;
  answerFailed(event: string): void;
  requestRefused(reason: string): void;
  endpointCalled(outcome: string, milliseconds: number): void;
  breakerBecame(state: (typeof BREAKER_STATES)[number]): void;
  copyFound(copy: 'fresh' | 'stale' | 'miss'): void;
  storeFailed(operation: string): void;
  storeBecame(state: 'ok' | 'degraded'): void;
  slackCalled(method: string, outcome: string, milliseconds: number): void;
  /** The text of `/metrics`. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** A registry of its own, with the default metrics of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name: `meeting_cards_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> =>
    new Histogram({
      name: `meeting_cards_${name}`,
      help,
      labelNames: [...labelNames],
      buckets: SECONDS,
      registers,
    });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]): Gauge<L> =>
    new Gauge({ name: `meeting_cards_${name}`, help, labelNames: [...labelNames], registers });

  const answers = counter('answers_total', 'Answers, by door and what was answered', ['door', 'outcome']);
  const answerTime = histogram('answer_seconds', 'From the request to its answer', ['door']);
  const failures = counter('failures_total', 'Answers that failed inside the app', ['event']);
  const refusals = counter('refused_requests_total', 'Requests over HTTP that were turned away', ['reason']);
  const throttled = counter('throttled_total', 'Answers that told a person to wait', []);
  const endpointTime = histogram('endpoint_seconds', 'Questions to the conference service', ['outcome']);
  const breaker = gauge('endpoint_breaker', '1 for the state that the breaker is in', ['state']);
  const copies = counter('copies_total', 'Lookups by the copy that was found', ['copy']);
  const faults = counter('store_faults_total', 'Calls of the store that failed', ['operation']);
  const degraded = gauge('store_degraded', '1 while memory stands in for the store', []);
  const slackTime = histogram('slack_seconds', "Calls of Slack's Web API", ['method', 'outcome']);

  const breakerBecame: Metrics['breakerBecame'] = (state) => {
    for (const each of BREAKER_STATES) breaker.set({ state: each }, each === state ? 1 : 0);
  };
  breakerBecame('closed');

  return {
    answered(door, outcome, milliseconds) {
      answers.inc({ door, outcome });
      answerTime.observe({ door }, milliseconds / 1000);
      if (outcome === 'throttled') throttled.inc();
    },
    answerFailed: (event) => failures.inc({ event }),
    requestRefused: (reason) => refusals.inc({ reason }),
    endpointCalled: (outcome, milliseconds) => endpointTime.observe({ outcome }, milliseconds / 1000),
    breakerBecame,
    copyFound: (copy) => copies.inc({ copy }),
    storeFailed: (operation) => faults.inc({ operation }),
    storeBecame: (state) => degraded.set(state === 'degraded' ? 1 : 0),
    slackCalled: (method, outcome, milliseconds) =>
      slackTime.observe({ method, outcome }, milliseconds / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
