import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type Followed, followedGauges } from './followed-gauges.ts';
import { type InstallationMetrics, installationMetrics } from './installation-metrics.ts';
import {
  BREAKER_STATES,
  type BreakerState,
  CACHE_RESULTS,
  type CacheResult,
  DURABLE_OPERATIONS,
  type DurableOperation,
  FAILURES,
  type FailureEvent,
  type Outcomes,
  QUESTION_OUTCOMES,
  type QuestionOutcome,
  REFUSALS,
  type Refusal,
  SLACK_METHODS,
  SLACK_OUTCOMES,
  type SlackMethod,
  type SlackOutcome,
  STORE_OPERATIONS,
  type StoreOperation,
} from './labels.ts';
import { processMetrics } from './process-metrics.ts';
import { type TrackingMetrics, trackingMetrics } from './tracking-metrics.ts';

/** A person waits three seconds at most; the vendor's question has two by default. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];

/** What is counted. Every label is one of a few words of this program's own; none can hold anything that a user or a service said. */
export interface Metrics extends TrackingMetrics, InstallationMetrics {
  answered(entryPoint: string, outcome: string, milliseconds: number): void;
  failed(event: FailureEvent): void;
  requestRefused(reason: Refusal): void;
  endpointCalled(outcome: QuestionOutcome, milliseconds: number): void;
  breakerBecame(state: BreakerState): void;
  cacheLookedUp(result: CacheResult): void;
  storeFailed(operation: StoreOperation): void;
  storeBecame(state: 'ok' | 'degraded'): void;
  durableFailed(operation: DurableOperation): void;
  /** `memory`: it is not configured, and not unavailable. */
  durableBecame(state: 'ok' | 'unavailable' | 'memory'): void;
  slackCalled(method: SlackMethod, outcome: SlackOutcome, milliseconds: number): void;
  /** The text of `/metrics`. */
  text(): Promise<string>;
  readonly contentType: string;
}

/**
 * A registry of its own, shown with the metrics of the process. Every series is there from the start, at 0: Prometheus sees no increase
 * in a series that appears with its first event. `outcomes` are the entry points and what can come of them; `droppedLines` says how many
 * lines of the log were lost so far.
 */
export function createMetrics(
  outcomes: Outcomes,
  droppedLines: () => number = () => 0,
  followed: () => Promise<Followed | undefined> = async () => undefined,
): Metrics {
  const ofProcess = processMetrics();
  const registry = new Registry();
  const registers = [registry];

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

  const answers = counter('answers_total', 'Answers, by entry point and outcome', ['entry_point', 'outcome']);
  const answerTime = histogram('answer_seconds', 'From the request to its answer', ['entry_point']);
  const failures = counter('failures_total', 'Faults in the app, and what Slack did not take', ['event']);
  const refusals = counter('refused_requests_total', 'Requests over HTTP that were turned away', ['reason']);
  const throttled = counter(
    'throttled_total',
    'Answers that told a person to wait, and messages with links that were left alone',
    [],
  );
  const endpointTime = histogram('endpoint_seconds', 'Questions to the conference service', ['outcome']);
  const breaker = gauge('endpoint_breaker', '1 for the state that the breaker is in', ['state']);
  const cacheLookups = counter('cache_lookups_total', 'Lookups by what the cache had', ['result']);
  const faults = counter('store_faults_total', 'Calls of the store that failed', ['operation']);
  const degraded = gauge('store_degraded', '1 while memory is the fallback of the store', []);
  const durableFaults = counter('durable_faults_total', 'Calls of the durable storage that failed', [
    'operation',
  ]);
  const durableDown = gauge('durable_unavailable', '1 while the durable storage does not answer', []);
  const slackTime = histogram('slack_seconds', "Calls of Slack's Web API", ['method', 'outcome']);

  new Counter({
    name: 'meeting_cards_log_lines_dropped_total',
    help: 'Lines of the log that could not be written',
    registers,
    collect() {
      this.reset();
      this.inc(droppedLines());
    },
  });

  followedGauges(registry, followed);

  const breakerBecame: Metrics['breakerBecame'] = (state) => {
    for (const each of BREAKER_STATES) breaker.set({ state: each }, each === state ? 1 : 0);
  };

  breakerBecame('closed');
  for (const [entryPoint, words] of Object.entries(outcomes)) {
    for (const outcome of words) answers.inc({ entry_point: entryPoint, outcome }, 0);
    answerTime.zero({ entry_point: entryPoint });
  }
  for (const event of FAILURES) failures.inc({ event }, 0);
  for (const reason of REFUSALS) refusals.inc({ reason }, 0);
  for (const outcome of QUESTION_OUTCOMES) endpointTime.zero({ outcome });
  for (const result of CACHE_RESULTS) cacheLookups.inc({ result }, 0);
  for (const operation of STORE_OPERATIONS) faults.inc({ operation }, 0);
  for (const operation of DURABLE_OPERATIONS) durableFaults.inc({ operation }, 0);
  for (const method of SLACK_METHODS)
    for (const outcome of SLACK_OUTCOMES) slackTime.zero({ method, outcome });

  return {
    answered(entryPoint, outcome, milliseconds) {
      answers.inc({ entry_point: entryPoint, outcome });
      answerTime.observe({ entry_point: entryPoint }, milliseconds / 1000);
      if (outcome === 'throttled') throttled.inc();
    },
    failed: (event) => failures.inc({ event }),
    requestRefused: (reason) => refusals.inc({ reason }),
    endpointCalled: (outcome, milliseconds) => endpointTime.observe({ outcome }, milliseconds / 1000),
    breakerBecame,
    cacheLookedUp: (result) => cacheLookups.inc({ result }),
    storeFailed: (operation) => faults.inc({ operation }),
    storeBecame: (state) => degraded.set(state === 'degraded' ? 1 : 0),
    durableFailed: (operation) => durableFaults.inc({ operation }),
    durableBecame: (state) => durableDown.set(state === 'unavailable' ? 1 : 0),
    slackCalled: (method, outcome, milliseconds) =>
      slackTime.observe({ method, outcome }, milliseconds / 1000),
    ...trackingMetrics(registry),
    ...installationMetrics(registry),
    text: () => Registry.merge([ofProcess, registry]).metrics(),
    contentType: registry.contentType,
  };
}
