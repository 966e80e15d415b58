import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkIndex } from '../../src/conference/link-index.ts';
import { type EventId, eventId } from '../../src/core/ids.ts';
import { comparableLink } from '../../src/core/link-key.ts';
import type { CacheStore } from '../../src/storage/cache-store.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import type { Leases } from '../../src/storage/lease.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { memoryLeases } from '../../src/storage/memory/leases.ts';
import { sealedCache } from '../../src/storage/sealing.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';

const DAY = 86_400;
const id = (digits: string): EventId => {
  const read = eventId(digits);
  if (read === undefined) throw new Error('no id');
  return read;
};
const [A, B, C] = [id('1'), id('2'), id('3')];
const link = (tail: string) => {
  const read = comparableLink(`https://qsh1.cn/${tail}`);
  if (read === undefined) throw new Error('no link');
  return read;
};
const links = (...tails: string[]) => tails.map(link);

/** The storage that an index works on. */
interface Ports {
  readonly store: CacheStore;
  readonly leases: Leases;
}

/** `target`, and how often something was asked of it. */
function countedCalls<T extends object>(target: T, calls: { count: number }): T {
  return new Proxy(target, {
    get(all, name, receiver) {
      calls.count += 1;
      return Reflect.get(all, name, receiver);
    },
  });
}

/** An index over storage that counts what is asked of it, with a clock that is moved by hand. */
function indexOver(wrap: (ports: Ports) => Ports = (ports) => ports) {
  let seconds = 1_000_000;
  let tokens = 0;
  const clock = () => seconds * 1000;
  const { store, leases } = wrap({
    store: sealedCache(memoryCache(clock), [Buffer.alloc(32)]),
    leases: memoryLeases(clock),
  });
  const calls = { count: 0 };
  const open = () =>
    linkIndex({
      store: countedCalls(store, calls),
      leases: countedCalls(leases, calls),
      keys: storageKeys(Buffer.alloc(32))(SINGLE_WORKSPACE),
      clock,
      nonce: () => {
        tokens += 1;
        return `token ${tokens}`;
      },
    });
  const index = open();
  return {
    index,
    other: open(),
    calls,
    owner: async (tail: string) => {
      const found = await index.find(link(tail));
      return found && `${found.match} ${found.eventId}`;
    },
    pass: (by: number) => {
      seconds += by;
    },
  };
}

describe('a link', () => {
  test('stays with the meeting that had it first, whichever has it later', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('k/a', 'k/a?priority=web'));
    await index.learn(B, links('k/a'));
    await index.learn(B, links('k/a?priority=web', 'k/b'));
    expect(await owner('k/a')).toBe('exactly 1');
    expect(await owner('k/a?priority=web')).toBe('exactly 1');
    expect(await owner('k/a?from=mail')).toBe('loosely 1');
    expect(await owner('k/b')).toBe('exactly 2');
  });

  test('is not forgotten, and costs no write, where a list has only some of its meeting', async () => {
    const { index, owner, calls } = indexOver();
    await index.learn(A, links('k/a', 'k/a?role=1'));
    await index.learn(A, links('k/a'), 'some');
    expect(await owner('k/a?role=1')).toBe('exactly 1');
    calls.count = 0;
    await index.learn(A, links('k/a'), 'some');
    expect(calls.count).toBe(1);
    await index.learn(A, links('k/a'));
    expect(await owner('k/a?role=1')).toBe('loosely 1');
  });

  test('is added by a list to those that are known', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('k/a?role=1'));
    await index.learn(A, links('k/a?role=2'), 'some');
    expect([await owner('k/a?role=1'), await owner('k/a?role=2')]).toEqual(['exactly 1', 'exactly 1']);
  });

  test('goes to the next that has it when thirty days are over', async () => {
    const { index, owner, pass } = indexOver();
    await index.learn(A, links('k/a'));
    pass(30 * DAY);
    await index.learn(B, links('k/a'));
    expect(await owner('k/a')).toBe('exactly 2');
  });

  test('is believed thirty days more each time that its meeting is learned again a day later', async () => {
    const { index, owner, pass } = indexOver();
    await index.learn(A, links('k/a'));
    for (let month = 0; month < 3; month += 1) {
      pass(29 * DAY);
      await index.learn(A, links('k/a'));
    }
    await index.learn(B, links('k/a'));
    expect(await owner('k/a')).toBe('exactly 1');
  });

  test('that its meeting lost is taken from it, and goes to the next that has it', async () => {
    const { index, owner } = indexOver();
    await index.learn(B, links('k/a', 'k/b'));
    await index.forget(link('k/a'), B, links('k/b'));
    expect(await owner('k/a')).toBeUndefined();
    expect(await owner('k/b')).toBe('exactly 2');
    await index.learn(A, links('k/a'));
    expect(await owner('k/a')).toBe('exactly 1');
  });

  test('is not taken from a meeting that has it, or by the word of another', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('k/a'));
    await index.forget(link('k/a'), A, links('k/a'));
    await index.forget(link('k/a?x=1'), A, links('k/a'));
    await index.forget(link('k/a'), B, []);
    expect(await owner('k/a')).toBe('exactly 1');
  });
});

describe('a page', () => {
  test('of one meeting names it, whatever follows it', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('join?id=1'));
    expect(await owner('join?id=1')).toBe('exactly 1');
    expect(await owner('join')).toBe('loosely 1');
    expect(await owner('join?id=2')).toBe('loosely 1');
  });

  test('of several names none: only whole links count', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('join?id=1', 'app#/room/1', '#/room/1'));
    await index.learn(B, links('join?id=2', 'app#/room/2', '#/room/2'));
    await index.learn(C, links('join?id=3', 'app#/room/3', '#/room/3'));
    for (const nth of [1, 2, 3]) {
      expect(await owner(`join?id=${nth}`)).toBe(`exactly ${nth}`);
      expect(await owner(`app#/room/${nth}`)).toBe(`exactly ${nth}`);
      expect(await owner(`#/room/${nth}`)).toBe(`exactly ${nth}`);
    }
    for (const unknown of ['join', 'join?id=4', 'join?id=1&x=2', 'app', 'app#/room/4', '#/room/4']) {
      expect(await owner(unknown)).toBeUndefined();
    }
  });

  test('of several stays so when the first is learned again, with the links that it has then', async () => {
    const { index, owner, pass } = indexOver();
    await index.learn(A, links('join?id=1'));
    await index.learn(B, links('join?id=2'));
    pass(2 * DAY);
    await index.learn(A, links('join?id=1a', 'join?id=2'));
    expect(await owner('join?id=1a')).toBe('exactly 1');
    expect(await owner('join?id=2')).toBe('exactly 2');
    expect(await owner('join?id=1')).toBeUndefined();
    expect(await owner('join')).toBeUndefined();
  });

  test('of several outlives thirty days while one of them is learned', async () => {
    const { index, owner, pass } = indexOver();
    await index.learn(A, links('join?id=1'));
    await index.learn(B, links('join?id=2'));
    for (let month = 0; month < 3; month += 1) {
      pass(29 * DAY);
      await index.learn(B, links('join?id=2'));
    }
    expect(await owner('join?id=2')).toBe('exactly 2');
    expect(await owner('join')).toBeUndefined();
  });

  test('of several loses one link at a time', async () => {
    const { index, owner } = indexOver();
    await index.learn(A, links('join?id=1'));
    await index.learn(B, links('join?id=2'));
    await index.forget(link('join?id=1'), A, []);
    await index.forget(link('join?id=2'), B, []);
    expect([await owner('join?id=1'), await owner('join?id=2'), await owner('join')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await index.learn(C, links('join?id=1'));
    expect(await owner('join?id=1')).toBe('exactly 3');
  });
});

test('a meeting that is known costs one look a page, and a new one two', async () => {
  const { index, calls } = indexOver();
  await index.learn(A, links('k/a', 'k/a?priority=web', 'k/h'));
  expect(calls.count).toBe(4);
  calls.count = 0;
  await index.learn(A, links('k/a', 'k/a?priority=web', 'k/h'));
  expect(calls.count).toBe(2);
});

test('of more links than five hundred the first count', async () => {
  const { index, owner } = indexOver();
  const many = Array.from({ length: 600 }, (_, nth) => link(`k/${nth}`));
  await index.learn(A, [...many.slice(0, 10), ...many]);
  expect(await owner('k/499')).toBe('exactly 1');
  expect(await owner('k/500')).toBeUndefined();
});

describe('in whatever order two processes get their turns', () => {
  /** Storage whose every answer waits for its turn. */
  const inTurns =
    (scheduler: fc.Scheduler) =>
    ({ store, leases }: Ports): Ports => {
      const turn = () => scheduler.schedule(Promise.resolve());
      return {
        store: {
          get: (key) => turn().then(() => store.get(key)),
          set: (...args) => turn().then(() => store.set(...args)),
          setIfAbsent: (...args) => turn().then(() => store.setIfAbsent(...args)),
          delete: (key) => turn().then(() => store.delete(key)),
        },
        leases: {
          acquire: (...args) => turn().then(() => leases.acquire(...args)),
          renew: (...args) => turn().then(() => leases.renew(...args)),
          release: (...args) => turn().then(() => leases.release(...args)),
        },
      };
    };

  test('one of two meetings gets a link, and it stays with that one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { index, other, owner } = indexOver(inTurns(scheduler));
        const learned = Promise.all([index.learn(A, links('k/a')), other.learn(B, links('k/a'))]);
        await scheduler.waitFor(learned);
        const first = await scheduler.waitFor(owner('k/a'));
        expect(['exactly 1', 'exactly 2']).toContain(first);
        await scheduler.waitFor(Promise.all([other.learn(A, links('k/a')), index.learn(B, links('k/a'))]));
        expect(await scheduler.waitFor(owner('k/a'))).toBe(first);
      }),
      { numRuns: 100 },
    );
  });

  test('two meetings on one page have their whole links at once, and the page for themselves never', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { index, other, owner } = indexOver(inTurns(scheduler));
        const both = () =>
          Promise.all([index.learn(A, links('join?id=1')), other.learn(B, links('join?id=2'))]);
        await scheduler.waitFor(both());
        expect(await scheduler.waitFor(owner('join?id=1'))).toBe('exactly 1');
        expect(await scheduler.waitFor(owner('join?id=2'))).toBe('exactly 2');
        await scheduler.waitFor(index.learn(A, links('join?id=1')));
        await scheduler.waitFor(index.learn(B, links('join?id=2')));
        expect(await scheduler.waitFor(owner('join?id=1'))).toBe('exactly 1');
        expect(await scheduler.waitFor(owner('join?id=2'))).toBe('exactly 2');
        expect(await scheduler.waitFor(owner('join'))).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
