import { expect, test } from 'vitest';
import { openedHome } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { types } from '../support/on-stage.ts';
import { ANN, recents, twoProcesses } from '../support/two-processes.ts';

test('a meeting is noted again in a process that noted it before another cleared the list', async () => {
  const { one, other } = await twoProcesses();
  await types(one, '700002', { userId: ANN });
  await press(other, await openedHome(other, ANN), 'meeting_home_clear');
  await types(one, '700002', { userId: ANN });
  expect([await recents(one), await recents(other)]).toEqual([['700002'], ['700002']]);
});

test('a meeting that is looked up again and again is in the list once, and first', async () => {
  const { one, other } = await twoProcesses();
  for (const [stage, id] of [
    [one, '700002'],
    [other, '700001'],
    [one, '700002'],
    [one, '700002'],
  ] as const)
    await types(stage, id, { userId: ANN });
  expect(await recents(other)).toEqual(['700002', '700001']);
});
