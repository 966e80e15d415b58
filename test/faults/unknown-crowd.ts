import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { meeting } from '../../sandbox/conference/meetings.ts';
import type { Processes } from './processes.ts';
import { metric } from './readiness.ts';

const CROWD = 300;
const FIRST_EVENT = 720_000;
const TITLE = 'Crowded review';

/** A process that stands still for so long may lose the lease of the question, which lasts a second and is renewed four times. */
const STOOD_STILL_SECONDS = 0.5;

/** By then some of the app's deadlines are over. */
const DEADLINE_MS = 2500;

const TRIALS = 8;

/** What came of a crowd's question. */
export interface Crowded {
  readonly questions: number;
  readonly cards: number;
  /** Statuses of replies that are not 200. */
  readonly refusals: readonly number[];
}

/**
 * People who are not in any cache ask for a meeting that nobody asked for yet, all at one moment. If other work on the machine keeps the processor from
 * the app, so that a process stands still or its deadlines pass, the others are right to take it for dead, and it is right to give up: then the trial
 * proves nothing, and another crowd asks for another meeting.
 */
export async function unknownCrowd(
  { apps, conference, crowd, warmUp, questionsAbout }: Processes,
  textFor: (eventId: number) => string,
  answerMs: number,
): Promise<Crowded> {
  await warmUp();
  for (let trial = 1; ; trial += 1) {
    const eventId = FIRST_EVENT + trial;
    conference.meetings.put(meeting({ eventId, title: TITLE }));
    conference.fault({ kind: 'slow', ms: answerMs }, 1, infosPath);
    await longestStandstill(apps);
    const began = performance.now();
    const said = await crowd(CROWD, textFor(eventId), `trial${trial}x`);
    const tookMs = performance.now() - began;
    const came = {
      questions: questionsAbout(textFor(eventId)),
      cards: said.filter(({ text }) => text.includes(TITLE)).length,
      refusals: said.map(({ status }) => status).filter((status) => status !== 200),
    };
    const standstill = await longestStandstill(apps);
    const wasDisturbed = tookMs > DEADLINE_MS || standstill > STOOD_STILL_SECONDS;
    if (came.questions === 1 && came.cards === CROWD) return came;
    if (trial === TRIALS || !wasDisturbed) return came;
  }
}

/** Seconds, since this was asked last. */
async function longestStandstill(apps: Processes['apps']): Promise<number> {
  const lags = apps.map(({ url }) => metric(url, 'nodejs_eventloop_lag_max_seconds'));
  return Math.max(...(await Promise.all(lags)));
}
