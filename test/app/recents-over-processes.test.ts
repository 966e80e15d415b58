import { expect, test } from 'vitest';
import { openedHome } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { ANN, looksUp, recents, twoProcesses } from '../support/two-processes.ts';

test('a meeting is noted again in a process that noted it before another cleared the list', async () => {
  const { one, other } = await twoProcesses();
  await looksUp(one, '700002', other);
  await press(other, await openedHome(other, ANN), 'meeting_home_clear');
  await looksUp(one, '700002', other);
  expect([await recents(one), await recents(other)]).toEqual([['700002'], ['700002']]);
});

test('a meeting that is looked up again and again is in the list once, and first', async () => {
  const { one, other } = await twoProcesses();
  await looksUp(one, '700002', other);
  await looksUp(other, '700001', one);
  await looksUp(one, '700002', other);
  await looksUp(one, '700002', other);
  expect(await recents(other)).toEqual(['700002', '700001']);
});
