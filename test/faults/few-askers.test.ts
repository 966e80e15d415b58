import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { processes } from './processes.ts';
import { sharedProcesses } from './shared-processes.ts';
import { unknownCrowd } from './unknown-crowd.ts';

const FEW = 30;

describe('thirty people who ask three processes at one moment for what cannot be cached', () => {
  const three = sharedProcesses(3);

  test.each([
    ['finds nothing', { kind: 'slow', ms: 1000 }, '20150100003773719', 'No meeting has this host password'],
    ['hangs', { kind: 'hang' }, '74000', 'did not respond in time'],
  ] as const)('cost one question of a service that %s', async (_what, fault, begin, says) => {
    const text = (trial: number): string => `${begin}${trial}`;
    const came = await unknownCrowd(three(), { count: FEW, text, name: `few${begin}x`, fault, says });
    expect(came).toEqual({ questions: 1, told: FEW, refusals: [] });
  });
});

test('a meeting that is no longer fresh is shown at once and refreshed in the background, once over three processes', async () => {
  const { conference, crowd, questionsAbout } = await processes(3, {
    REDIS_URL: (await onRedis()).url,
    CACHE_FRESH_SECONDS: '4',
    CONFERENCE_TIMEOUT_MS: '20000',
  });
  await crowd(3, '700002');
  conference.meetings.remove(700_002);
  conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, infosPath);
  await until('it is asked again', async () => {
    const said = await crowd(9, '700002');
    expect(said.filter(({ text }) => text.includes('Design review'))).toHaveLength(9);
    return questionsAbout('700002') > 1;
  });
  await crowd(30, '700002');
  expect(questionsAbout('700002')).toBe(2);
  conference.heal();
  await until('everybody knows what came of it', async () =>
    (await crowd(3, '700002')).every(({ text }) => text.includes('There is no meeting')),
  );
});

test('a process that died while it asked delays the others by a second at most', async () => {
  const { conference, apps, crowd, questionsAbout } = await processes(2, {
    REDIS_URL: (await onRedis()).url,
  });
  conference.fault({ kind: 'hang' }, 1, infosPath);
  const lost = crowd(1, '700002');
  await until('it asks', async () => questionsAbout('700002') === 1);
  apps[0]?.signal('SIGKILL');
  const [, got] = await crowd(2, '700002');
  expect(got?.text).toContain('Design review');
  expect(await lost).toHaveLength(1);
});
