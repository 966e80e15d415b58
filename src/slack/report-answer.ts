import type { EntryPoint, OutcomeAt } from '../ops/labels.ts';
import type { Services } from './services.ts';

/** That a request got no answer: what was thrown (`cause`), and the entry point that it came through. */
export class AnswerFailure extends Error {
  override readonly name = 'AnswerFailure';
  readonly door: EntryPoint;

  constructor(door: EntryPoint, cause: unknown) {
    super(`${door} gave no answer`, { cause });
    this.door = door;
  }
}

/** Lets an entry point answer, and reports what was answered and how long that took. Rejects with `AnswerFailure`. */
export async function reportAnswer<E extends EntryPoint>(
  door: E,
  answer: () => Promise<OutcomeAt<E>>,
  { report, clock }: Pick<Services, 'report' | 'clock'>,
): Promise<void> {
  const startedAt = clock();
  let outcome: OutcomeAt<E>;
  try {
    outcome = await answer();
  } catch (error) {
    throw new AnswerFailure(door, error);
  }
  report.answered(door, outcome, clock() - startedAt);
}
