import type { Services } from './services.ts';

/** Lets a door answer, and tells the log what was answered and how long that took. */
export async function answered(
  door: string,
  answer: () => Promise<string>,
  { log, clock }: Pick<Services, 'log' | 'clock'>,
): Promise<void> {
  const startedAt = clock();
  const outcome = await answer();
  log.info('answered', { door, outcome, ms: clock() - startedAt });
}
