import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { until } from '../../sandbox/redis/until.ts';
import { createApp } from '../../src/app.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/ops/log.ts';
import { TRACKING_LIMITS } from '../../src/tracking/tracking-limits.ts';
import { changes, metric, threadOf } from '../support/following.ts';
import { onRedis } from '../support/on-redis.ts';
import { shownIn } from '../support/reading.ts';
import { processes } from './processes.ts';

const SOON = '700012';

/** A process whose clock is so far ahead that the leases of one that died are over, and is moved further by hand. */
async function startAhead(
  env: Readonly<Record<string, string>>,
  milliseconds: number,
): Promise<{ readonly appUrl: string; readonly advance: (milliseconds: number) => void }> {
  let aheadMs = milliseconds;
  const result = readConfig({ ...env, PORT: '0' });
  if (result.kind === 'faults') throw new Error(result.faults.join('; '));
  const app = createApp(result.config, {
    log: createLog('silent', new PassThrough()),
    clock: () => Date.now() + aheadMs,
    trackingLimits: { ...TRACKING_LIMITS, everyMs: 20 },
  });
  onTestFinished(() => app.stop());
  const advance = (more: number): void => {
    aheadMs += more;
  };
  return { appUrl: `http://127.0.0.1:${await app.start()}`, advance };
}

test.each([
  ['while Slack updates a card', 'chat.update', 1],
  ['while Slack posts a note', 'chat.postMessage', 2],
])(
  'after a process was killed %s, another one finishes the work, and nothing appears twice',
  async (_when, method, calls) => {
    const redis = await onRedis();
    const env = { REDIS_URL: redis.url, CARD_CHECK_SECONDS: '1' };
    const { slack, conference, apps } = await processes(1, env);
    const [first] = apps;
    if (first === undefined) throw new Error('no process runs');
    await slack.command({ appUrl: first.url, text: `share ${SOON}`, userId: 'U0FIRST0' });
    const card = await slack.waitFor(({ channels }) => channels.get('C0TEAM')?.messages[0]);
    await until('it is followed', async () => (await metric({ appUrl: first.url }, 'followed_cards')) === 1);
    slack.fault(method, { kind: 'slow', ms: 1000 }, 1);
    changes({ conference }, SOON, { status: 0 });
    await slack.waitFor(() => slack.calls.filter((call) => call.method === method).length === calls);
    first.signal('SIGKILL');
    await first.ended;
    const other = await startAhead({ ...sampleEnvironment(slack, conference), ...env }, 90_000);
    await until('the card shows it', async () => shownIn(card).includes(en.phase.cancelled));
    await until('the thread is told', async () => threadOf({ slack }, card).length === 1);
    await until('no card waits', async () => {
      // Work that the storage of a busy machine did not take in time is tried again when its lease of a minute is over.
      other.advance(1000);
      return !(await redis.keys()).some((key) => key.endsWith(':lane') || key.endsWith(':lanes'));
    });
    const settled = slack.calls.length;
    await until('it was checked again', async () => (await metric(other, 'overdue_check_seconds')) === 0);
    expect(threadOf({ slack }, card)).toHaveLength(1);
    expect(slack.calls.length).toBe(settled);
    // The card and one note: a note that another process posted may not stand in the thread yet.
    expect(slack.calls.filter((call) => call.method === 'chat.postMessage')).toHaveLength(2);
    expect(slack.violations).toEqual([]);
  },
  240_000,
);
