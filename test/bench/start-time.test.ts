import { expect, test } from 'vitest';
import { startTime } from '../../bench/start-time.ts';
import type { Subjects } from '../../bench/subjects.ts';

/** Servers that start in so many milliseconds, one after the other. */
function startingIn(milliseconds: readonly number[]): Pick<Subjects, 'start'> {
  let nth = 0;
  return {
    async start() {
      const startMs = milliseconds[nth % milliseconds.length] ?? Number.NaN;
      nth += 1;
      const stop = async (): Promise<void> => {};
      return { port: 0, startMs, cpuSeconds: () => undefined, megabytes: () => 80.4, stop };
    },
  };
}

test('the table of starts has a row for each server, also where one takes more than a second', async () => {
  const printed = await startTime(startingIn([980, 1034.4, 12_000.2]), 3);
  const rows = printed.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| server'));
  expect(rows).toEqual([
    '| --- | --- | --- | --- |',
    '| Bolt alone, fixed card | 1,034 | 12,000 | 80 |',
    '| Meeting Cards, no Redis | 1,034 | 12,000 | 80 |',
    '| Meeting Cards, Redis | 1,034 | 12,000 | 80 |',
  ]);
});
