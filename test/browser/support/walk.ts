import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startPage } from '../../../demo/page/server/page-server.ts';
import { openStage, type Stage } from '../../../demo/stage.ts';
import { type RedisProcess, startRedis } from '../../../sandbox/redis/redis-server.ts';
import { closeViews } from '../../../sandbox/slack/state/view-store.ts';
import { browserAt, MANY_ENV } from '../../support/many-workspaces.ts';
import { startChromium } from './chromium.ts';
import { type Visitor, visitor } from './visitor.ts';

/** Who one can be, by Slack user id. */
export const WHO = {
  stranger: 'U0POLLY',
  attendee: 'U0LUCY',
  coHost: 'U0LI',
  host: 'U0HAN',
  unknown: 'U0ANN',
} as const;

interface WalkOptions {
  /** Gives the app a Redis of its own. Default: false. */
  readonly withRedis?: boolean;
  /** The app serves many workspaces, and this one has installed it; needs a Redis. Default: false. */
  readonly servesMany?: boolean;
  /** What the app is told besides. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Slack language of the host. Default: English. */
  readonly hostLocale?: string;
}

/** How a window looks; by default light. */
interface Look {
  readonly theme?: 'light' | 'dark';
}

/** What the tests of one file walk through. */
export interface Walk {
  /** Opens the page as somebody, in a window of their own. */
  visit(who: keyof typeof WHO, look?: Look): Promise<Visitor>;
  /** Makes somebody an admin of the workspace, before the app asks who they are. */
  promote(who: keyof typeof WHO): void;
  /** Has a meeting looked up, so that its links are known. */
  know(meeting: number): Promise<void>;
}

/**
 * The whole demo with a real browser before it, from before the first test of a file until after its last. After each test: no
 * window asked anybody but this machine, nothing went wrong in its program, and the app broke none of Slack's rules.
 */
export function walk({
  withRedis = false,
  servesMany = false,
  env: given = {},
  hostLocale,
}: WalkOptions = {}): Walk {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-browser-'));
  const ends: (() => unknown)[] = [];
  const windows: BrowserContext[] = [];
  const faults: string[] = [];
  let stage: Stage | undefined;
  let browser: Browser | undefined;
  let url = '';

  beforeAll(async () => {
    const redis: RedisProcess | undefined = withRedis ? await startRedis() : undefined;
    if (redis !== undefined) ends.push(redis.stop);
    const env = {
      ...(servesMany ? MANY_ENV : {}),
      ...given,
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    };
    [stage, browser] = await Promise.all([openStage(join(folder, 'app.log'), env), startChromium()]);
    ends.push(stage.close, () => browser?.close());
    const { slack, conference, app, pushUrl } = stage;
    const host = slack.people.get(WHO.host);
    if (hostLocale !== undefined && host !== undefined)
      slack.people.set(WHO.host, { ...host, locale: hostLocale });
    if (servesMany) {
      const admin = browserAt({ appUrl: app.url });
      await admin.open(
        slack.tokens.consent({ authorizeUrl: await admin.begin(), workspace: slack, userId: WHO.host }),
      );
    }
    const page = await startPage({ slack, conference, appUrl: app.url, pushUrl, redis });
    ends.push(page.close);
    url = page.url;
  }, 60_000);

  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.close()));
    if (stage !== undefined) for (const who of Object.values(WHO)) closeViews(stage.slack, who);
    stage?.slack.flexpanes.clear();
    expect(faults.splice(0)).toEqual([]);
    expect(stage?.slack.violations).toEqual([]);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    async visit(who, { theme = 'light' } = {}) {
      if (browser === undefined) throw new Error('The walk has not begun.');
      const window = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        colorScheme: theme,
      });
      windows.push(window);
      return visitor(await window.newPage(), { url: `${url}/?as=${WHO[who]}`, origin: url, faults });
    },
    promote(who) {
      const known = stage?.slack.people.get(WHO[who]);
      if (known === undefined) throw new Error('The walk has not begun.');
      stage?.slack.people.set(known.id, { ...known, rank: 'admin' });
    },
    async know(meeting) {
      if (stage === undefined) throw new Error('The walk has not begun.');
      const { slack, app } = stage;
      await slack.command({ appUrl: app.url, text: String(meeting), channelId: 'C0SHARED' });
      await slack.waitFor(({ ephemerals }) => ephemerals.length > 0 && true);
    },
  };
}
