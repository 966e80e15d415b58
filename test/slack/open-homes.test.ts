import type { HomeView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { context, section } from '../../src/cards/blocks.ts';
import { mrkdwn } from '../../src/cards/mrkdwn.ts';
import { slackBlocks } from '../../src/cards/readonly-blocks.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { homeUpdates } from '../../src/slack/home-updates.ts';
import { openHomes } from '../../src/slack/open-homes.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { memoryPointCounter } from '../../src/storage/memory/point-counter.ts';
import { rateLimiters } from '../../src/storage/rate-limiter.ts';
import { personOf } from '../support/person.ts';
import { shownIn } from '../support/reading.ts';

const A = personOf('T1', 'U0A');
const B = personOf('T1', 'U0B');
const DAY_MS = 24 * 60 * 60 * 1000;

/** A Home tab that says this, and when it was built. */
const view = (text: string, at = '10:00'): HomeView => ({
  type: 'home',
  blocks: slackBlocks([section(mrkdwn`${text}`), context(mrkdwn`as of ${at}`)]),
});

const textOf = (shown: HomeView): string => shownIn(shown).split('\n')[0] ?? '';

/** The open tabs of a workspace in which three may be built again in a minute, and the Slack that takes them. */
function workspace() {
  let now = Date.UTC(2030, 0, 1);
  const clock = (): number => now;
  const id = tenantId('home');
  if (id === undefined) throw new Error('It is a tenant.');
  const homes = openHomes({
    store: memoryCache(clock),
    keys: storageKeys(Buffer.from('secret'))(id),
    limiter: rateLimiters(memoryPointCounter, new WriteBehind(() => {}), clock)({ points: 3, seconds: 60 }),
    clock,
  });
  const built: string[] = [];
  const published: string[] = [];
  const takes = async (shown: HomeView, hash: string | undefined) => {
    if (hash !== undefined && hash !== String(published.length)) return 'conflict' as const;
    published.push(textOf(shown));
    return { hash: String(published.length) };
  };
  return {
    homes,
    built,
    published,
    pass: (ms: number) => {
      now += ms;
    },
    /** The tab of somebody is opened, and says this. */
    async opens(person: typeof A, text: string) {
      await homes.opened(person);
      const answer = await takes(view(text), undefined);
      if (answer !== 'conflict') await homes.published(person, view(text), answer);
    },
    /** Somebody did something, so that their tab says this. */
    acts: (person: typeof A, text: string, at?: string) =>
      homes.update(
        person,
        async () => {
          built.push(text);
          return view(text, at);
        },
        takes,
      ),
    takes,
  };
}

describe('the tab of somebody who acted', () => {
  test('is not built where they have not opened one', async () => {
    const { opens, acts, built } = workspace();
    await opens(B, 'one');
    await acts(A, 'two');
    expect(built).toEqual([]);
  });

  test('is published where it says something else', async () => {
    const { opens, acts, published } = workspace();
    await opens(A, 'one');
    for (const text of ['one', 'two', 'two', 'one']) await acts(A, text);
    expect(published).toEqual(['one', 'two', 'one']);
  });

  test('is not published for the time alone at which it was built', async () => {
    const { opens, acts, published } = workspace();
    await opens(A, 'one');
    await acts(A, 'one', '11:00');
    expect(published).toEqual(['one']);
  });

  test('counts as open for a day from its opening, however often it is built meanwhile', async () => {
    const { opens, acts, pass, published } = workspace();
    await opens(A, 'one');
    pass(DAY_MS - 1000);
    await acts(A, 'two');
    pass(1001);
    await acts(A, 'three');
    expect(published).toEqual(['one', 'two']);
  });

  test('still shows what it showed when it is pressed', async () => {
    const { homes, opens, acts, published } = workspace();
    await opens(A, 'one');
    await homes.opened(A);
    await acts(A, 'one');
    expect(published).toEqual(['one']);
  });

  test('waits for its next opening once the workspace’s minute is used up', async () => {
    const { opens, acts, published } = workspace();
    await opens(A, 'one');
    await opens(B, 'two');
    for (const text of ['three', 'four', 'five', 'six']) await acts(B, text);
    await acts(A, 'seven');
    expect(published).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('is built again where another process published it since', async () => {
    const { homes, opens, takes, published } = workspace();
    await opens(A, 'one');
    let says = 'of before';
    const build = async () => {
      const built = view(says);
      if (says === 'of before') await opens(A, 'of the other');
      says = 'of both';
      return built;
    };
    await homes.update(A, build, takes);
    expect(published).toEqual(['one', 'of the other', 'of both']);
  });

  test('is published over whatever is there at the third attempt', async () => {
    const { homes, opens, takes, published } = workspace();
    await opens(A, 'one');
    const hashes: (string | undefined)[] = [];
    await homes.update(
      A,
      async () => view('two'),
      async (shown, hash) => {
        hashes.push(hash);
        return hash === undefined ? takes(shown, hash) : 'conflict';
      },
    );
    expect(hashes).toEqual(['1', '1', undefined]);
    expect(published).toEqual(['one', 'two']);
  });

  test('counts as shown only once Slack has taken it', async () => {
    const { homes, opens, acts, published } = workspace();
    await opens(A, 'one');
    const refused = homes.update(
      A,
      async () => view('two'),
      () => Promise.reject(new Error('refused')),
    );
    await expect(refused).rejects.toThrow('refused');
    await acts(A, 'two');
    expect(published).toEqual(['one', 'two']);
  });
});

test('what one person does within a moment makes one tab, and what two do makes two', async () => {
  const asked: unknown[] = [];
  const updates = homeUpdates({
    tenants: {
      async of(ref) {
        asked.push(ref);
        return undefined;
      },
    },
    servicesFor: () => {
      throw new Error('no tenant has this installation');
    },
    onFailure: (error) => asked.push(error),
  });
  const installation = { teamId: A.teamId, enterpriseId: undefined, isEnterpriseInstall: false };
  for (let nth = 0; nth < 10; nth += 1) updates.changed(installation, A);
  updates.changed(installation, B);
  await updates.flush();
  expect(asked).toEqual([installation, installation]);
});
