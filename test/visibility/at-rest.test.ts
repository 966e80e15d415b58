import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { openedHome } from '../support/home.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

async function onKeptStage(env: Readonly<Record<string, string>> = {}) {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '1000', ...env } });
  await until('the app uses its Redis', async () => {
    await types(stage, '700009');
    stage.advance(400);
    return (await redis.keys()).length > 0;
  });
  return { redis, stage };
}

/**
 * The keys in Redis that hold each of `parts`, leases left out. `act` is done until all are there: on a busy machine a call of Redis can time
 * out, and what it should write is then in memory.
 */
async function storedBy(
  redis: Awaited<ReturnType<typeof onRedis>>,
  parts: readonly string[],
  act: () => Promise<unknown>,
): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await until(`${parts.join(', ')} are in Redis`, async () => {
    await act();
    const keys = (await redis.keys()).filter((key) => !/:(lease|changing|outcome)$/.test(key));
    found = parts.flatMap((part) => keys.find((key) => key.includes(part)) ?? []);
    return found.length === parts.length;
  });
  return found;
}

describe('what is stored', () => {
  test('of a person and their actions can be read by nobody who reads Redis', async () => {
    const { redis, stage } = await onKeptStage();
    const kinds = ['meeting', 'link', 'host-password', 'profile', 'recent', 'agenda', 'slack-event'];
    await storedBy(
      redis,
      kinds.map((kind) => `:${kind}:`),
      async () => {
        await types(stage, '700001', { userId: 'U0HAN' });
        await types(stage, 'https://ntest.qsh1.cn/k/host700001', { userId: 'U0HAN' });
        await types(stage, '201501990001700001', { userId: 'U0HAN' });
        await openedHome(stage, 'U0HAN');
        stage.advance(400);
      },
    );
    const everything = JSON.stringify([...(await redis.dump())]);
    expect(everything).not.toMatch(/U0HAN|T0HOME|example\.com|88893351|qsh1\.cn|20150199|Quarterly|季度/);
  });

  test('of one meeting counts as absent under the key of another', async () => {
    const { redis, stage } = await onKeptStage();
    const [one = '', two = ''] = await storedBy(redis, ['{700001}', '{700002}'], async () => {
      stage.advance(400);
      await types(stage, '700001');
      await types(stage, '700002');
    });
    await withClient(redis.url, (client) => client.copy(one, two, 'REPLACE'));
    stage.advance(5);
    const before = asked(stage).length;
    expect((await types(stage, '700002')).shown).toContain('Design review');
    expect(asked(stage)).toHaveLength(before + 1);
  });

  test("a proof that is moved to another person's key proves nothing", async () => {
    const { redis, stage } = await onKeptStage();
    const profiles = async () => (await redis.keys()).filter((key) => key.includes(':profile:'));
    const others = new Set(await profiles());
    const newProfile = async (userId: string): Promise<string> => {
      let found: string | undefined;
      await until(`the profile of ${userId} is in Redis`, async () => {
        await types(stage, '700001', { userId });
        // Where Redis did not take it in time, this process knows the person for some seconds.
        stage.advance(11);
        found = (await profiles()).find((key) => !others.has(key));
        return found !== undefined;
      });
      others.add(found ?? '');
      return found ?? '';
    };
    const [han, polly] = [await newProfile('U0HAN'), await newProfile('U0POLLY')];
    await withClient(redis.url, (client) => client.copy(han, polly, 'REPLACE'));
    stage.advance(20);
    const { shown } = await types(stage, '700001', { userId: 'U0POLLY' });
    expect(shown).toContain('Quarterly review');
    expect(shown).not.toContain('open-sesame');
  });

  test('is found under no key by a process with another CACHE_KEY', async () => {
    const { redis, stage } = await onKeptStage({ CACHE_KEY: 'the-first-key-of-sixteen' });
    await types(stage, '700001');
    const other = await stage.startApp({ REDIS_URL: redis.url, CACHE_KEY: 'another-key-of-sixteen' });
    await until('it uses its Redis', async () => {
      stage.advance(400);
      await types(stage, '700003', { appUrl: other.appUrl });
      return !(await (await fetch(`${other.appUrl}/readyz`)).text()).includes('degraded');
    });
    const { shown } = await types(stage, 'https://ntest.qsh1.cn/k/att700001', { appUrl: other.appUrl });
    expect(shown).toContain('Meeting Cards does not know this link yet');
  });

  test('is found by a process with the same secret and no CACHE_KEY', async () => {
    const { redis, stage } = await onKeptStage();
    await types(stage, '700001');
    const other = await stage.startApp({ REDIS_URL: redis.url });
    await until('it finds the link', async () => {
      const { shown } = await types(stage, 'https://ntest.qsh1.cn/k/att700001', { appUrl: other.appUrl });
      return shown.includes('Quarterly review');
    });
  });
});

test('recent meetings are stored sealed', async () => {
  const { redis, stage } = await onKeptStage();
  const [key = ''] = await storedBy(redis, [':recent:'], () => types(stage, '700001', { userId: 'U0ANN' }));
  const home = await openedHome(stage, 'U0ANN');
  expect(shownIn(home)).toContain('Quarterly review');
  expect(JSON.stringify((await redis.dump()).get(key))).not.toContain('700001');
});
