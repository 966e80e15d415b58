import { describe, expect, test } from 'vitest';
import { openedHome } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { types } from '../support/on-stage.ts';
import { ANN, looksUp, recents, twoProcesses } from '../support/two-processes.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700002';

describe('when Redis goes away', () => {
  test('a link that this process learned is still known to it', async () => {
    const { redis, one } = await twoProcesses();
    await types(one, '700002');
    await redis.kill();
    expect((await types(one, LINK)).shown).toContain('Design review');
  });

  test('a link that another process learned and this one was asked for is, too', async () => {
    const { redis, one, other } = await twoProcesses();
    await types(one, '700002');
    expect((await types(other, LINK)).shown).toContain('Design review');
    await redis.kill();
    one.advance(3);
    expect((await types(other, LINK)).shown).toContain('Design review');
  });

  test('a link that this process never saw is not', async () => {
    const { redis, one, other } = await twoProcesses();
    await types(one, '700002');
    await redis.kill();
    expect((await types(other, LINK)).shown).toContain('Meeting Cards does not know this link yet');
  });

  test('what people looked up recently is still on their Home', async () => {
    const { redis, one } = await twoProcesses();
    await types(one, '700002', { userId: ANN });
    await redis.kill();
    expect(await recents(one)).toEqual(['700002']);
    await types(one, '700001', { userId: ANN });
    expect(await recents(one)).toEqual(['700001', '700002']);
  });

  test('a list that was cleared does not come back', async () => {
    const { redis, one, other } = await twoProcesses();
    await looksUp(one, '700002', other);
    expect(await recents(other)).toEqual(['700002']);
    await press(one, await openedHome(one, ANN), 'meeting_home_clear');
    expect(await recents(other)).toEqual([]);
    await redis.kill();
    expect([await recents(one), await recents(other)]).toEqual([[], []]);
  });
});
