import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { startRedis } from '../../sandbox/redis/redis-server.ts';
import { wordsFor } from '../../src/cards/words/languages.ts';
import type { FoundMeeting } from '../../src/conference/lookup.ts';
import { eventId } from '../../src/core/ids.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { DUE, storageKeys } from '../../src/storage/keys.ts';
import { derivedKey } from '../../src/storage/sealing.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { dueMember } from '../../src/tracking/due-loop.ts';
import { followers } from '../../src/tracking/followers.ts';
import { laneMember } from '../../src/tracking/lane.ts';
import { sharedCards } from '../../src/tracking/shared-card.ts';
import { trackedStore } from '../../src/tracking/tracked-store.ts';
import { table, whole } from '../table.ts';
import { storageAt } from './redis-storage.ts';
import { RULES } from './rules.ts';
import { placeOf, templateMeeting } from './template.ts';
import { DAY, HOUR, sure } from './week.ts';

const SECRET = 'a secret of the simulation';
const A_WHILE_MS = 60_000;
const AT_A_TIME = 50;
const FIRST_EVENT = 1_000_000;

/** What followed meetings, their cards and their due times take in a Redis, written by the app's own code and sealed. */
export async function redisMemory(counts: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  // Redis is a child process that does not keep this one alive.
  const alive = setInterval(() => {}, A_WHILE_MS);
  for (const count of counts) rows.push([count.toLocaleString('en'), ...(await measure(count)).map(whole)]);
  clearInterval(alive);
  return table(
    'Redis: bytes each (used_memory after less before, allocator settled)',
    [
      'followed meetings',
      'a meeting with one card',
      'of that, its record alone',
      'each further card',
      'of that, its entry among the counted',
      'a due time alone',
      'a card that waits in its lane',
    ],
    rows,
  );
}

async function measure(count: number): Promise<readonly number[]> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  const storage = await storageAt(server.url, SECRET);
  const keys = storageKeys(derivedKey(SECRET, 'hash'))(SINGLE_WORKSPACE);
  const cards = sharedCards({
    words: wordsFor('en', 'en'),
    rules: RULES,
    menu: MENU_OPTIONS,
  });
  const checks = storage.dueTimes(DUE.checks);
  const counted = storage.dueTimes(DUE.cards);
  const own = followers({
    tenant: SINGLE_WORKSPACE,
    askedWith: 'deployment',
    store: trackedStore(storage.records, keys, randomUUID),
    cardsIn: async () => cards,
    checks,
    reminders: storage.dueTimes(DUE.reminders),
    counted,
    hints: storage.cache,
    keys,
    clock: Date.now,
    everySeconds: undefined,
    cardsPerMeeting: Number.POSITIVE_INFINITY,
    offset: 0,
  });
  const grown = async (write: (nth: number) => Promise<void>): Promise<number> => {
    const before = await usedMemory(redis);
    await each(count, write);
    return ((await usedMemory(redis)) - before) / count;
  };
  const share = (nth: number, card: number): Promise<void> =>
    own.follow(
      { found: foundNth(nth), running: undefined },
      placeOf({ kind: nth % 2 === 0 ? 'message' : 'unfurl', channel: card, at: secondsNow() }, nth),
    );
  const memberOf = (nth: number): string => dueMember(SINGLE_WORKSPACE, String(FIRST_EVENT + nth));
  await share(count, 0);
  const due = await grown((nth) => checks.schedule(memberOf(nth), Date.now() + nth * 1000));
  const entry = await grown((nth) =>
    counted.schedule(`${memberOf(nth)}/0123456789abcdef`, Date.now() + nth * 1000),
  );
  await redis.del(DUE.checks, DUE.cards);
  await share(count, 0);
  const first = await grown((nth) => share(nth, 0));
  const second = await grown((nth) => share(nth, 1));
  const waiting = storage.dueTimes(keys.lane);
  const lane = await grown((nth) => {
    const event = eventOf(nth);
    return waiting.scheduleBy(laneMember(event, '0123456789abcdef'), Date.now());
  });
  redis.disconnect();
  await storage.close();
  await server.stop();
  return [first, first - due - entry, second, entry, due, lane];
}

async function each(count: number, write: (nth: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_A_TIME) {
    const some = Array.from({ length: Math.min(AT_A_TIME, count - from) }, (_, nth) => write(from + nth));
    await Promise.all(some);
  }
}

/** After what the server frees in the background and the allocator keeps was given back. */
async function usedMemory(redis: Redis): Promise<number> {
  await redis.call('MEMORY', 'PURGE');
  const [, bytes] = /used_memory:([0-9]+)/.exec(await redis.info('memory')) ?? [];
  return Number(bytes);
}

const secondsNow = (): number => Math.floor(Date.now() / 1000);

function eventOf(nth: number) {
  const event = eventId(String(FIRST_EVENT + nth));
  if (event === undefined) throw new RangeError('no event id');
  return event;
}

/** A meeting of next week. */
function foundNth(nth: number): FoundMeeting {
  const start = sure(secondsNow() + 7 * DAY + nth);
  const meeting = { ...templateMeeting(), eventId: eventOf(nth), start, end: sure(start + HOUR) };
  return {
    kind: 'found',
    meeting,
    occurrences: [meeting],
    asOf: sure(secondsNow()),
    freshness: 'fresh',
    rights: 'current',
  };
}
