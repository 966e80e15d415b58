import { infosPath } from '../../sandbox/conference/endpoints.ts';
import type { Fault } from '../../sandbox/conference/faults.ts';
import type { Processes } from './processes.ts';
import { metric, storeFaults } from './readiness.ts';

/** A process that stands still for so long may lose the lease of the question, which lasts a second and is renewed four times. */
const STOOD_STILL_SECONDS = 0.5;

/** Longer than any crowd takes whose deadlines are kept: 2.7 seconds of the app, and the way there and back. */
const TOO_LONG_MS = 2900;

const TRIALS = 8;

/** What a crowd asks, of what service, and what everybody is to read. */
export interface CrowdGiven {
  readonly count: number;
  /** What is typed; each trial asks for something that nobody asked for yet. */
  readonly text: (trial: number) => string;
  /** Names the crowd: another one is other people. */
  readonly name: string;
  /** How the service answers the first question. */
  readonly fault: Fault;
  readonly says: string;
}

/** What came of it: questions to the service, people who read what they were to read, and statuses of replies that are not 200. */
export interface Crowded {
  readonly questions: number;
  readonly told: number;
  readonly refusals: readonly number[];
}

/**
 * People whom nobody knows yet ask for the same at one moment. Where other work on the machine keeps the processor from the app, so that a process
 * stands still, its deadlines pass, or Redis does not answer it in time, the others are right to take it for dead, and it is right to give up: such a trial proves nothing, and other
 * people ask for something else.
 */
export async function unknownCrowd(started: Processes, given: CrowdGiven): Promise<Crowded> {
  const { apps, conference, crowd, warmUp, questionsAbout } = started;
  await warmUp();
  for (let trial = 1; ; trial += 1) {
    const text = given.text(trial);
    conference.heal();
    conference.fault(given.fault, 1, infosPath);
    await longestStandstill(apps);
    const faultsBefore = await allStoreFaults(apps);
    const began = performance.now();
    const said = await crowd(given.count, text, `${given.name}${trial}x`);
    const tookMs = performance.now() - began;
    const came = {
      questions: questionsAbout(text),
      told: said.filter((one) => one.text.includes(given.says)).length,
      refusals: said.map(({ status }) => status).filter((status) => status !== 200),
    };
    const isWhole = came.questions === 1 && came.told === given.count && came.refusals.length === 0;
    const wasDisturbed =
      tookMs > TOO_LONG_MS ||
      (await longestStandstill(apps)) > STOOD_STILL_SECONDS ||
      (await allStoreFaults(apps)) > faultsBefore;
    if (isWhole || !wasDisturbed || trial === TRIALS) return came;
  }
}

/** Seconds, since this was asked last. */
async function longestStandstill(apps: Processes['apps']): Promise<number> {
  const lags = apps.map(({ url }) => metric(url, 'nodejs_eventloop_lag_max_seconds'));
  return Math.max(...(await Promise.all(lags)));
}

/** Calls of Redis that failed, in all processes. */
async function allStoreFaults(apps: Processes['apps']): Promise<number> {
  const counts = await Promise.all(apps.map(({ url }) => storeFaults(url)));
  return counts.reduce((sum, count) => sum + count, 0);
}
