import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from '../support/home.ts';
import { callsOf, press } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

/** Proven to be somebody who hosts nothing. */
const POLLY = { userId: 'U0POLLY' };

const failing = { kind: 'http', status: 400 } as const;
const tooMuch = /Try again in (\d+ seconds?|1 min)/;

const questions = ({ conference }: Stage): number =>
  conference.questions.filter(({ path }) => path === listPath).length;

const today = async (stage: Stage, count: number): Promise<readonly string[]> => {
  const shown: string[] = [];
  for (let nth = 0; nth < count; nth += 1) shown.push((await types(stage, 'today', POLLY)).shown);
  return shown;
};

describe('an empty agenda', () => {
  test('that is asked for a hundred times in a row costs one question', async () => {
    const stage = await onStage();
    const shown = await today(stage, 100);
    expect(new Set(shown)).toEqual(new Set([`${en.today}\n${en.nothingToday}`]));
    expect(questions(stage)).toBe(1);
  });

  test('that is asked for fifty times at once costs one question', async () => {
    const stage = await onStage();
    const all = await Promise.all(Array.from({ length: 50 }, () => types(stage, 'today', POLLY)));
    expect(new Set(all.map(({ shown }) => shown)).size).toBe(1);
    expect(questions(stage)).toBe(1);
  });

  test('is asked for again after a minute', async () => {
    const stage = await onStage();
    await today(stage, 1);
    stage.advance(61);
    await today(stage, 1);
    expect(questions(stage)).toBe(2);
  });

  test('costs one question over two processes', async () => {
    const redis = await onRedis();
    const env = { REDIS_URL: redis.url };
    const stage = await onStage({ env });
    const { appUrl } = await stage.startApp(env);
    for (const at of [stage.appUrl, appUrl])
      await until('it uses its Redis', async () => {
        stage.advance(2);
        await types(stage, '700001', { ...POLLY, appUrl: at });
        return (await (await fetch(`${at}/readyz`)).text()).includes('"status":"ok"');
      });
    const at = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? stage.appUrl : appUrl));
    await Promise.all(at.map((url) => types(stage, 'today', { ...POLLY, appUrl: url })));
    expect(questions(stage)).toBe(1);
  });
});

describe('an agenda that cannot be had', () => {
  test('is not asked for again for some seconds, and is then', async () => {
    const stage = await onStage();
    stage.conference.fault(failing, Number.POSITIVE_INFINITY, listPath);
    const shown = await today(stage, 20);
    expect(shown.every((text) => text.includes('refused the request'))).toBe(true);
    expect(questions(stage)).toBe(1);
    stage.conference.heal();
    stage.advance(6);
    expect((await today(stage, 1))[0]).toContain(en.nothingToday);
    expect(questions(stage)).toBe(2);
  });

  test('is asked for six times a minute at most, and then the person is told to wait', async () => {
    const stage = await onStage();
    stage.conference.fault(failing, Number.POSITIVE_INFINITY, listPath);
    const shown: string[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      shown.push(...(await today(stage, 1)));
      stage.advance(6);
    }
    expect(questions(stage)).toBe(6);
    expect(shown.map((text) => tooMuch.test(text))).toEqual([
      ...Array.from({ length: 6 }, () => false),
      ...Array.from({ length: 6 }, () => true),
    ]);
  });

  test('spends no lookup', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1' } });
    await today(stage, 5);
    expect((await types(stage, '700001', POLLY)).shown).toContain('Quarterly review');
  });
});

describe('Refresh on the Home tab, pressed twenty times', () => {
  const pressed = async (stage: Stage): Promise<string> => {
    const home = await openedHome(stage, POLLY.userId);
    for (let nth = 0; nth < 20; nth += 1) await press(stage, home, 'meeting_home_refresh');
    return shownIn(home);
  };

  test('shows the agenda each time, for one question', async () => {
    const stage = await onStage();
    expect(await pressed(stage)).toContain(en.nothingThisWeek);
    expect(callsOf(stage, 'views.publish')).toHaveLength(21);
    expect(questions(stage)).toBe(1);
  });

  test('says that the agenda cannot be had, for one question, where the service fails', async () => {
    const stage = await onStage();
    stage.conference.fault(failing, Number.POSITIVE_INFINITY, listPath);
    expect(await pressed(stage)).toContain(en.agendaFailed);
    expect(questions(stage)).toBe(1);
  });
});

test('an agenda of which nothing can be read is told as that, and not as an empty one', async () => {
  const stage = await onStage();
  const entries = Array.from({ length: 501 }, (_, nth) => ({ eventId: nth + 1, startTime: 1_924_911_000 }));
  stage.conference.fault({ kind: 'raw', body: JSON.stringify({ status: 0, result: entries }) }, 1, listPath);
  const [shown] = await today(stage, 1);
  expect(shown).toContain('cannot be read');
  expect(shown).not.toContain(en.nothingToday);
});
