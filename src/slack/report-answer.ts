import type { EntryPoint, OutcomeAt } from '../ops/labels.ts';
import type { Services } from './services.ts';

/** That a request got no answer: what was thrown (`cause`), and the entry point that it came through. */
export class AnswerFailure extends Error {
  override readonly name = 'AnswerFailure';
  readonly entryPoint: EntryPoint;

  constructor(entryPoint: EntryPoint, cause: unknown) {
    super(`${entryPoint} gave no answer`, { cause });
    this.entryPoint = entryPoint;
  }
}

/** Lets an entry point answer, and reports what was answered and how long that took. Rejects with `AnswerFailure`. */
export async function reportAnswer<E extends EntryPoint>(
  entryPoint: E,
  answer: () => Promise<OutcomeAt<E>>,
  { report, clock }: Pick<Services, 'report' | 'clock'>,
): Promise<void> {
  const startedAt = clock();
  let outcome: OutcomeAt<E>;
  try {
    outcome = await answer();
  } catch (error) {
    throw new AnswerFailure(entryPoint, error);
  }
  report.answered(entryPoint, outcome, clock() - startedAt);
}
