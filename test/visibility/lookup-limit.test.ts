import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { storeFaults } from '../faults/readiness.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const tooMuch = /You looked up too many meetings in a short time\.\* Try again in (\d+ seconds?|1 min)/;

const ask = async (stage: Stage, count: number, text = '700004', given: Parameters<typeof types>[2] = {}) => {
  const shown: string[] = [];
  for (let nth = 0; nth < count; nth += 1) shown.push((await types(stage, text, given)).shown);
  return shown;
};
const refused = (shown: readonly string[]): number => shown.filter((text) => tooMuch.test(text)).length;

describe('a person', () => {
  test('gets thirty answers a minute, and is then told when to try again', async () => {
    const stage = await onStage();
    const shown = await ask(stage, 32);
    expect(shown.slice(0, 30).filter((text) => tooMuch.test(text))).toEqual([]);
    expect(shown.slice(30).every((text) => tooMuch.test(text))).toBe(true);
    expect(stage.slack.violations).toEqual([]);
  });

  test('gets as many as LOOKUPS_PER_MINUTE says', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '3' } });
    expect((await ask(stage, 5)).map((text) => tooMuch.test(text))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test('who asked too much does not slow another', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '2' } });
    expect(refused(await ask(stage, 4))).toBe(2);
    expect(refused(await ask(stage, 2, '700004', { userId: 'U0POLLY' }))).toBe(0);
  });

  test('who finds nothing ten times is stopped sooner, so that numbers cannot be tried out', async () => {
    const stage = await onStage();
    const shown: string[] = [];
    for (let id = 100_001; id <= 100_014; id += 1) shown.push((await types(stage, String(id))).shown);
    expect(refused(shown)).toBe(4);
    expect(asked(stage)).toHaveLength(10);
    expect(refused(await ask(stage, 1))).toBe(1);
  });

  test('who finds nothing five times has fifteen lookups left of thirty', async () => {
    const stage = await onStage();
    for (let id = 100_001; id <= 100_005; id += 1) await types(stage, String(id));
    const shown = await ask(stage, 17);
    expect(shown.findIndex((text) => tooMuch.test(text))).toBe(15);
  });

  test('may find nothing five times, however few their lookups', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '5' } });
    const shown: string[] = [];
    for (let id = 100_001; id <= 100_006; id += 1) shown.push((await types(stage, String(id))).shown);
    expect(shown.findIndex((text) => tooMuch.test(text))).toBe(5);
  });

  test('who was refused asks the endpoint nothing', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1' } });
    await ask(stage, 1, '700001');
    await ask(stage, 3, '700002');
    expect(asked(stage)).toHaveLength(1);
  });

  test('counts once over two processes', async () => {
    const redis = await onRedis();
    const env = { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '6' };
    const stage = await onStage({ env });
    const { appUrl } = await stage.startApp(env);
    const faults = async () => (await storeFaults(stage.appUrl)) + (await storeFaults(appUrl));
    /** Both processes ask for one person: how often each is refused, or undefined where Redis was not asked each time. */
    async function trial(userId: string) {
      const before = await faults();
      const known = new Set(await redis.keys());
      const here = await ask(stage, 4, '700004', { userId });
      const isCounted = async () =>
        [...(await redis.dump())].some(
          ([key, { value }]) => !known.has(key) && key.includes('consumed') && value === '4',
        );
      await until(
        'they are counted, or cannot be',
        async () => (await isCounted()) || (await faults()) > before,
      );
      const there = await ask(stage, 4, '700004', { userId, appUrl });
      return (await faults()) === before ? [refused(here), refused(there)] : undefined;
    }
    for (const at of [stage.appUrl, appUrl])
      await until('it uses its Redis', async () => {
        stage.advance(2);
        await types(stage, '700001', { userId: 'U0POLLY', appUrl: at });
        const state = await (await fetch(`${at}/readyz`)).text();
        return !state.includes('degraded') && (await redis.keys()).some((key) => key.includes('consumed'));
      });
    let refusals: readonly number[] | undefined;
    for (let nth = 1; refusals === undefined; nth += 1) refusals = await trial(`U0TRIAL${nth}`);
    expect(refusals).toEqual([0, 2]);
  });
});

test('help and wrong texts are not lookups', async () => {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1' } });
  await ask(stage, 5, 'help');
  await ask(stage, 5, 'words');
  expect(refused(await ask(stage, 1))).toBe(0);
});
