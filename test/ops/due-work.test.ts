import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { metric } from '../faults/readiness.ts';
import { dueWorkIsDone, questionsOf, shares } from '../support/following.ts';
import { onSharedRedis } from '../support/shared-redis.ts';
import type { Stage } from '../support/stage.ts';

const SOON = '700012';

/** How many checks began, were done and failed. */
const checksOf = ({ appUrl }: Stage): Promise<number[]> =>
  Promise.all(
    ['begun', 'done', 'failed'].map((step) =>
      metric(appUrl, `meeting_cards_due_work_total{work="checks",step="${step}"}`),
    ),
  );

/** A followed meeting whose first check waits for the conference service, which answers when it is healed. */
async function withCheckInProgress() {
  const { redis, stage } = await onSharedRedis({ env: { CONFERENCE_TIMEOUT_MS: '20000' } });
  await shares(stage, SOON);
  await dueWorkIsDone(stage);
  expect(await checksOf(stage)).toEqual([0, 0, 0]);
  stage.conference.fault({ kind: 'hold' });
  const before = questionsOf(stage);
  stage.advance(5 * 60);
  await until('the vendor is asked', async () => questionsOf(stage) > before);
  return { redis, stage };
}

test('a check is counted as begun while the conference service lets it wait, and as done when it has its answer', async () => {
  const { stage } = await withCheckInProgress();
  expect(await checksOf(stage)).toEqual([1, 0, 0]);
  stage.conference.heal();
  await dueWorkIsDone(stage);
  expect(await checksOf(stage)).toEqual([1, 1, 0]);
});

test('a check whose outcome the storage does not take is counted as failed', async () => {
  const { redis, stage } = await withCheckInProgress();
  await redis.kill();
  stage.conference.heal();
  await until('it has ended', async () => (await checksOf(stage))[2] === 1);
  expect(await checksOf(stage)).toEqual([1, 0, 1]);
});
