import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-stage.ts';
import { processes } from './processes.ts';
import { unknownCrowd } from './unknown-crowd.ts';

const FEW = 30;

describe('three hundred people who are not in any cache, and who ask three processes for one meeting at one moment', () => {
  const whole = { questions: 1, cards: 300, refusals: [] };

  test.each([
    ['at once', 150],
    ['after more than a second', 1200],
  ])('cost one question of a service that answers %s, and everybody gets the card', async (_when, ms) => {
    const started = await processes(3, { REDIS_URL: (await onRedis()).url });
    expect(await unknownCrowd(started, String, ms)).toEqual(whole);
  });

  test('cost one question when they ask by a link', async () => {
    const started = await processes(3, {
      REDIS_URL: (await onRedis()).url,
      CONFERENCE_LINK_LOOKUP_PATH: '/by-link',
    });
    const link = (eventId: number): string => `https://ntest.qsh1.cn/k/att${eventId}`;
    expect(await unknownCrowd(started, link, 0)).toEqual(whole);
  });
});

describe('thirty people who ask three processes at one moment for what cannot be cached', () => {
  test.each([
    ['finds nothing', { kind: 'slow', ms: 1000 }, '201501000037737199', 'No meeting has this host password'],
    ['hangs', { kind: 'hang' }, '700002', 'did not respond in time'],
  ] as const)('cost one question of a service that %s', async (_what, fault, text, said) => {
    const { conference, crowd, questionsAbout } = await processes(3, { REDIS_URL: (await onRedis()).url });
    conference.fault(fault, 1, infosPath);
    const all = await crowd(FEW, text);
    expect(questionsAbout(text)).toBe(1);
    expect(all.filter((one) => one.text.includes(said))).toHaveLength(FEW);
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
