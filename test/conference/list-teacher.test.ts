import { expect, test } from 'vitest';
import { listTeacher } from '../../src/conference/list-teacher.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { decoded } from '../support/decoded.ts';

const HOUR_MS = 60 * 60 * 1000;

/** A teacher, the event ids that the index learned and of how many occurrences, and a wait until it has nothing to do. */
function taught() {
  const learned: string[] = [];
  const working: Promise<unknown>[] = [];
  let now = 1_924_826_400_000;
  const teach = listTeacher({
    index: {
      learnListed: async (occurrences) =>
        void learned.push(`${occurrences[0]?.eventId} ${occurrences.length}`),
    },
    bulkhead: (task) => {
      const work = task();
      working.push(work);
      return work;
    },
    clock: () => now,
  });
  return {
    learned,
    async teach(meetings: readonly Meeting[]) {
      teach(meetings);
      await Promise.all(working);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const [one, other] = [decoded({ eventId: 1 }), decoded({ eventId: 2 })];

test('the occurrences of a meeting in a list are learned together', async () => {
  const { learned, teach } = taught();
  await teach([one, other, one]);
  expect(learned).toEqual(['1 2', '2 1']);
});

test('a meeting of a list that was taught is not learned again within an hour', async () => {
  const { learned, teach, pass } = taught();
  await teach([one]);
  pass(HOUR_MS - 1);
  await teach([one, other]);
  expect(learned).toEqual(['1 1', '2 1']);
  pass(1);
  await teach([one, other]);
  expect(learned).toEqual(['1 1', '2 1', '1 1']);
});

test('of a list of many meetings two hundred are learned', async () => {
  const { learned, teach } = taught();
  await teach(Array.from({ length: 300 }, (_, nth) => decoded({ eventId: nth + 1 })));
  expect(learned).toHaveLength(200);
});

test('nothing is learned before the list was handed on', () => {
  const { learned, teach } = taught();
  void teach([one]);
  expect(learned).toEqual([]);
});
