import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { processes } from './processes.ts';
import { readyz } from './readiness.ts';

const clientsOf = (url: string): Promise<number> =>
  withClient(url, async (redis) => {
    const list = String(await redis.client('LIST'));
    return list.split('\n').filter((line) => line !== '').length - 1;
  });

describe('a process that is told to stop', () => {
  test('answers what is in flight, in the reply and after it, closes Redis and exits with 0', async () => {
    const redis = await onRedis();
    const { apps, conference, crowd, questionsAbout } = await processes(1, {
      REDIS_URL: redis.url,
      CONFERENCE_TIMEOUT_MS: '2600',
    });
    conference.fault({ kind: 'hold' }, undefined, infosPath);
    let replies = 0;
    const asked = crowd(5, '700002', 'crowd', () => {
      replies += 1;
    });
    await until('it asks', async () => questionsAbout('700002') === 1);
    apps[0]?.signal('SIGTERM');
    await until('all are told to wait', async () => replies === 5);
    conference.heal();
    const said = await asked;
    expect(said.filter(({ text }) => text.includes('Design review'))).toHaveLength(5);
    expect(await apps[0]?.ended).toBe(0);
    expect(apps[0]?.logged.at(-1)).toContain('"event":"stopped"');
    expect(await clientsOf(redis.url)).toBe(0);
  });

  test('takes nothing new, and ends at once when it is told again', async () => {
    const { apps, conference, crowd, questionsAbout } = await processes(1, {});
    const [app] = apps;
    conference.fault({ kind: 'hang' }, undefined, infosPath);
    const lost = crowd(1, '700002');
    await until('it asks', async () => questionsAbout('700002') === 1);
    app?.signal('SIGTERM');
    await until('it takes nothing new', () =>
      fetch(`${app?.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    app?.signal('SIGTERM');
    expect(await app?.ended).toBe(1);
    await lost;
  });
});

describe('a process with DRAIN_GRACE_MS that is told to stop', () => {
  test('says so on /readyz and answers as usual; a second signal ends it at once', async () => {
    const { apps, crowd } = await processes(1, { DRAIN_GRACE_MS: '300000' });
    const [app] = apps;
    app?.signal('SIGTERM');
    await until('it says so', async () => (await readyz(app?.url ?? '')).status === 'stopping');
    expect(await readyz(app?.url ?? '')).toMatchObject({ code: 503, status: 'stopping' });
    for (const { status, text } of await crowd(5, '700002'))
      expect([status, text.includes('Design review')]).toEqual([200, true]);
    const answer = await fetch(`${app?.url}/healthz`);
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    app?.signal('SIGTERM');
    expect(await app?.ended).toBe(1);
  });

  test('closes the port when that time is over, and exits with 0', async () => {
    const { apps } = await processes(1, { DRAIN_GRACE_MS: '300' });
    const [app] = apps;
    app?.signal('SIGTERM');
    expect(await app?.ended).toBe(0);
    expect(app?.logged.at(-1)).toContain('"event":"stopped"');
    expect(app?.logged.at(-1)).not.toContain('cut-off');
  });
});

test('a process that waits for nothing stops at once, with 0', async () => {
  const { apps } = await processes(1, {});
  apps[0]?.signal('SIGTERM');
  expect(await apps[0]?.ended).toBe(0);
});

test('a process that is killed takes nothing along: another knows the link, and what was looked up', async () => {
  const { apps, slack, questionsAbout } = await processes(2, { REDIS_URL: (await onRedis()).url });
  const [first, second] = apps;
  await slack.command({ appUrl: first?.url ?? '', text: '700002' });
  first?.signal('SIGKILL');
  await first?.ended;
  const appUrl = second?.url ?? '';
  const byLink = await slack.command({ appUrl, text: 'https://ntest.qsh1.cn/k/att700002' });
  expect(byLink.text).toContain('Design review');
  expect(questionsAbout('700002')).toBe(1);
  const help = await slack.command({ appUrl, text: 'help' });
  expect(help.text).toContain('Design review');
});
