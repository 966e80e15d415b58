import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { derivedKey, seal } from '../../src/storage/sealing.ts';
import { readyz } from '../faults/readiness.ts';
import { openedHome } from '../support/home.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const CACHE_KEY = 'a-key-of-sixteen-characters';
const HAN = 'U0HAN';
const NUMBER = '700001';
const LINK = 'https://ntest.qsh1.cn/k/att700001';
const HOST_PASSWORD = '201501990001700001';

const sealKey = derivedKey(CACHE_KEY, 'seal');
const hashKey = derivedKey(CACHE_KEY, 'hash');

/** A key of the first edition, which knew no tenants. */
function firstEditionKey(kind: string, value: string): string {
  const digest = createHmac('sha256', hashKey).update(`${kind}:${value}`).digest('base64url').slice(0, 32);
  return `meeting-cards:1:${kind}:{${digest}}`;
}

/** A meeting as the first edition stored it: the vendor's JSON. */
function vendorJson({ conference, now }: Stage, eventId: string): string {
  const meetings = conference.meetings.byEventId(eventId);
  expect(meetings.length).toBeGreaterThan(0);
  return JSON.stringify({ kind: 'found', at: Math.floor(now() / 1000), meetings });
}

/** What the first edition stored of one meeting and one person: text by key, each as it was in Redis. */
function firstEdition(stage: Stage): ReadonlyMap<string, string> {
  const meeting = `meeting-cards:1:meeting:{${NUMBER}}`;
  const entry = { owner: NUMBER, links: [], shared: false, at: Math.floor(stage.now() / 1000) };
  const sealed: readonly (readonly [string, string])[] = [
    [meeting, vendorJson(stage, NUMBER)],
    [firstEditionKey('link', LINK), JSON.stringify(entry)],
    [firstEditionKey('host-password', HOST_PASSWORD), NUMBER],
    [firstEditionKey('asker', `T0HOME/${HAN}`), JSON.stringify({ kind: 'known', at: entry.at })],
    [firstEditionKey('recent', `T0HOME/${HAN}`), JSON.stringify([{ eventId: NUMBER, title: 'Old' }])],
  ];
  return new Map([
    ...sealed.map(([key, text]) => [key, seal(sealKey, key, text)] as const),
    [`${meeting}:lease`, 'token-of-a-dead-process'],
    [firstEditionKey('spent', `T0HOME/${HAN}`), '29'],
    [firstEditionKey('slack-event', 'Ev0001'), '1'],
  ]);
}

/** Somebody uses the app in each way that reads what is stored; everything is answered. */
async function everythingIsAnswered(stage: Stage): Promise<void> {
  for (const typed of [NUMBER, HOST_PASSWORD, LINK, NUMBER]) {
    const { answer, shown } = await types(stage, typed, { appUrl: stage.appUrl, userId: HAN });
    expect(answer.failure).toBeUndefined();
    expect(shown).toContain('Quarterly review');
  }
  expect(shownIn(await openedHome(stage, HAN))).toContain('Quarterly review');
  expect(stage.log.text()).not.toMatch(/"(answer-failed|late-answer-failed|unhandled-rejection)"/);
}

const isReached = ({ appUrl }: Pick<Stage, 'appUrl'>): Promise<void> =>
  until('Redis is reached', async () => (await readyz(appUrl)).store === 'ok');

test('the app starts and answers on a Redis that the first edition filled, and leaves that alone', async () => {
  const redis = await onRedis();
  const stage = await onStage();
  const stored = firstEdition(stage);
  await withClient(redis.url, async (client) => {
    for (const [key, text] of stored) await client.set(key, text);
  });
  const app = { ...stage, ...(await stage.startApp({ REDIS_URL: redis.url, CACHE_KEY })) };
  await isReached(app);
  await everythingIsAnswered(app);
  await until('all storage is healthy', async () => (await readyz(app.appUrl)).status === 'ok');
  const left = await redis.dump();
  for (const [key, text] of stored) expect(left.get(key)?.value).toBe(text);
});

/** Sealed by this deployment's own key, under exactly the key that has it. */
const sealed = (text: string) => (key: string) => seal(sealKey, key, text);

test.each<readonly [string, (key: string) => string]>([
  ['plain text', () => 'garbage'],
  ['nothing', () => ''],
  ['bytes that are not text', () => '\u0000\ufffd\ud800'],
  ['a megabyte', () => 'x'.repeat(1_000_000)],
  ['a sealed empty text', sealed('')],
  ['sealed text that is not JSON', sealed('{"kind":')],
  ['sealed JSON of another form', sealed('{"kind":"found","at":"yesterday","meetings":{}}')],
  ['a sealed null', sealed('null')],
  ['a sealed list', sealed('[null,[],{}]')],
  ['a sealed format of a version to come', sealed('{"version":1000000,"format":1000000,"v":1000000}')],
])('the app starts and answers where %s is stored under each of its own keys', async (_what, garbage) => {
  const redis = await onRedis();
  const env = { REDIS_URL: redis.url, CACHE_KEY };
  const stage = await onStage({ env });
  await isReached(stage);
  await everythingIsAnswered(stage);
  const keys = await redis.keys();
  expect(keys.length).toBeGreaterThan(5);
  await withClient(redis.url, async (client) => {
    for (const key of keys) await client.set(key, garbage(key), 'EX', 1000);
  });
  const other = { ...stage, ...(await stage.startApp()) };
  await isReached(other);
  await everythingIsAnswered(other);
});

test("the app starts and answers where the vendor's JSON or a value of another type is stored under each of its own keys", async () => {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url, CACHE_KEY } });
  await isReached(stage);
  await everythingIsAnswered(stage);
  const keys = await redis.keys();
  const json = vendorJson(stage, NUMBER);
  await withClient(redis.url, async (client) => {
    for (const key of keys) {
      await client.del(key);
      if (key.includes(':meeting:')) await client.set(key, seal(sealKey, key, json), 'EX', 1000);
      else await client.rpush(key, 'an entry of a list');
    }
  });
  const other = { ...stage, ...(await stage.startApp()) };
  await isReached(other);
  await everythingIsAnswered(other);
});
