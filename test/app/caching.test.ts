import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const HOUR = 3600;

/** What is no longer fresh is asked for in the background. */
const askedTwice = (stage: Stage): Promise<void> =>
  until('it was asked twice', async () => asked(stage).length === 2);

describe('an answer is fresh', () => {
  test.each([
    ['live', '700001', 30],
    ['about to begin', '700012', 30],
    ['upcoming', '700002', 300],
    ['ended', '700004', 6 * HOUR],
    ['cancelled', '700003', 2 * HOUR],
    ['not found', '123456', 30],
  ])('while %s (%s) for %i seconds', async (_phase, id, seconds) => {
    const stage = await onStage();
    const first = await types(stage, id);
    stage.advance(seconds - 1);
    const stored = await types(stage, id);
    expect(asked(stage)).toHaveLength(1);
    stage.advance(1);
    await types(stage, id);
    await askedTwice(stage);
    expect(stored.shown.split('\n')[0]).toBe(first.shown.split('\n')[0]);
  });

  test('by the phase that it has now, not the one it had when it was asked for', async () => {
    const stage = await onStage();
    await types(stage, '700012');
    stage.advance(29);
    await types(stage, '700012');
    expect(asked(stage)).toHaveLength(1);
    stage.advance(2 * HOUR);
    await types(stage, '700012');
    expect(asked(stage)).toHaveLength(1);
  });

  test.each(['700001', '700002', '700004'])(
    'for CACHE_FRESH_SECONDS whatever the phase of %s',
    async (id) => {
      const stage = await onStage({ env: { CACHE_FRESH_SECONDS: '77' } });
      await types(stage, id);
      stage.advance(76);
      await types(stage, id);
      expect(asked(stage)).toHaveLength(1);
      stage.advance(1);
      await types(stage, id);
      await askedTwice(stage);
    },
  );

  test('never, with CACHE_FRESH_SECONDS=0', async () => {
    const stage = await onStage({ env: { CACHE_FRESH_SECONDS: '0' } });
    await types(stage, '700004');
    await types(stage, '700004');
    expect(asked(stage)).toHaveLength(2);
  });

  test('never longer than it is stored', async () => {
    const stage = await onStage({ env: { CACHE_KEEP_SECONDS: '60' } });
    await types(stage, '700004');
    stage.advance(60);
    await types(stage, '700004');
    expect(asked(stage)).toHaveLength(2);
  });
});

describe('a stored answer', () => {
  test('says from when it is', async () => {
    const stage = await onStage();
    const at = Math.floor(stage.now() / 1000);
    await types(stage, '700002');
    stage.advance(200);
    expect((await types(stage, '700002')).shown).toContain(`as of <!date^${at}^`);
  });

  test('is the fallback when the endpoint fails, and says so', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    stage.advance(2 * HOUR);
    stage.conference.fault({ kind: 'http', status: 503 });
    const { shown } = await types(stage, '700002');
    expect(shown).toContain('Design review: search results');
    expect(shown).toContain('the conference service is not responding; details as of');
  });

  test('is the fallback no longer than CACHE_KEEP_SECONDS', async () => {
    const stage = await onStage({ env: { CACHE_KEEP_SECONDS: '3600' } });
    await types(stage, '700002');
    stage.conference.fault({ kind: 'http', status: 503 });
    stage.advance(HOUR);
    expect((await types(stage, '700002')).shown).toContain('cannot be reached');
  });

  test('is gone once the vendor says that there is no such meeting', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    stage.conference.meetings.remove(700_002);
    stage.advance(HOUR);
    expect((await types(stage, '700002')).shown).toContain('There is no meeting');
    stage.conference.fault({ kind: 'http', status: 503 });
    stage.advance(HOUR);
    expect((await types(stage, '700002')).shown).toContain('cannot be reached');
  });

  test('is not made of a failure: the next question is asked', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'http', status: 500 }, 1);
    await types(stage, '700002');
    expect((await types(stage, '700002')).shown).toContain('Design review');
    expect(asked(stage)).toHaveLength(2);
  });
});

test('ten people who ask at the same time cost one question', async () => {
  const stage = await onStage();
  stage.conference.fault({ kind: 'hold' }, 1);
  const answers = Array.from({ length: 10 }, () => types(stage, '700002'));
  await stage.conference.waitForQuestions(1);
  stage.conference.heal();
  for (const { shown } of await Promise.all(answers)) expect(shown).toContain('Design review');
  expect(asked(stage)).toHaveLength(1);
});
