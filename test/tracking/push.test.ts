import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { readPushEvent } from '../../src/conference/quanshi/push.ts';
import { changes, dueWorkIsDone, pushes, questionsOf, shares, showsSoon } from '../support/following.ts';
import { onStage } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const SOON = '700012';
const SECRET = 'a-secret-of-the-vendor';
const openStage = (): Promise<Stage> => onStage({ env: { CONFERENCE_PUSH_SECRET: SECRET } });

/** Another check has come and gone, so what was asked before it is all that was asked. */
async function passes(stage: Stage): Promise<void> {
  stage.advance(1);
  await dueWorkIsDone(stage);
  const before = questionsOf(stage);
  stage.advance(5 * 60);
  await until('it is asked by the clock', async () => questionsOf(stage) > before);
}

describe('a push event', () => {
  test('brings the check of a followed meeting forward to now', async () => {
    const stage = await openStage();
    const card = await shares(stage, SOON);
    changes(stage, SOON, { title: 'Town hall' });
    stage.advance(10);
    expect(await pushes(stage, SECRET, SOON)).toBe(200);
    await showsSoon(stage, () => card, 'Town hall');
  });

  test('of a meeting that no card follows asks nothing', async () => {
    const stage = await openStage();
    await shares(stage, SOON);
    const before = questionsOf(stage);
    stage.advance(10);
    expect(await pushes(stage, SECRET, '700002')).toBe(200);
    await passes(stage);
    expect(questionsOf(stage)).toBe(before + 1);
  });

  test('that is delivered again does nothing', async () => {
    const stage = await openStage();
    await shares(stage, SOON);
    stage.advance(10);
    await pushes(stage, SECRET, SOON, 'same');
    await until('it is asked', async () => questionsOf(stage) === 2);
    await dueWorkIsDone(stage);
    stage.advance(60);
    await pushes(stage, SECRET, SOON, 'same');
    await passes(stage);
    expect(questionsOf(stage)).toBe(3);
  });

  test.each([
    ['with another secret', `${SECRET}x`],
    ['with a part of the secret', SECRET.slice(0, -1)],
    ['without a secret', ''],
  ])('%s is answered like an unknown path, and does nothing', async (_what, secret) => {
    const stage = await openStage();
    await shares(stage, SOON);
    stage.advance(10);
    expect(await pushes(stage, secret, SOON)).toBe(404);
    await passes(stage);
    expect(questionsOf(stage)).toBe(2);
  });

  test('has no address where no secret is set', async () => {
    expect(await pushes(await onStage(), SECRET, SOON)).toBe(404);
  });

  test('of more than 64 kB is refused, and does nothing', async () => {
    const stage = await openStage();
    await shares(stage, SOON);
    stage.advance(10);
    const body = `{"eventId":${SOON},"filler":"${'x'.repeat(64 * 1024)}"}`;
    const answer = await fetch(`${stage.appUrl}/conference/events/${SECRET}`, { method: 'POST', body });
    expect(answer.status).toBe(413);
    await passes(stage);
    expect(questionsOf(stage)).toBe(2);
  });
});

describe('the body of a push event', () => {
  test.each([
    [
      'a begin',
      '{"method":"meetingbegin","msgId":"a-1","meetinginfo":{"eventId":649128,"hostId":1}}',
      '649128',
      'a-1',
    ],
    ['a change', '{"method": "update",, "msgId": 17, "event": {"eventId": "649128"}}', '649128', '17'],
    ['an id of 64 bits', '{"eventId":18446744073709551615}', '18446744073709551615', undefined],
  ])('may be %s', (_what, body, eventId, messageId) => {
    expect(readPushEvent(body)).toEqual({ eventId, messageId });
  });

  test.each(['', '[]', '{"eventId":0}', '{"eventId":99999999999999999999}', '{"eventId":-5}', '\u0000'])(
    'names no meeting in %j',
    (body) => {
      expect(readPushEvent(body)).toBeUndefined();
    },
  );
});
