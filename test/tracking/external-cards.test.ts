import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { readCard, write } from '../../src/tracking/stored-record.ts';
import { changes, isAskedIn, metric, shares, showsSoon } from '../support/following.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { second, zoneOf } from '../support/units.ts';

test('a worker that did not post a reduced card updates it as one', async () => {
  const redis = await onRedis();
  const stage = await onStage({
    env: {
      REDIS_URL: redis.url,
      ROLE: 'web',
      CARD_CHECK_SECONDS: '60',
      CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true',
    },
  });
  stage.slack.optionalScopes.clear();
  const card = await shares(stage, '700002');
  await until('it is followed', async () => (await metric(stage, 'followed_cards')) === 1);
  stage.slack.optionalScopes.add('channels:read');
  changes(stage, '700002', { title: 'Town hall' });
  await stage.startApp({ ROLE: 'worker' });
  stage.advance(61);
  await showsSoon(stage, () => card, 'Town hall');
  expect(shownIn(card)).not.toMatch(/Invited|Attendee password|Where/);
});

test('a change of a room that the card does not show updates nothing', async () => {
  const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' } });
  stage.slack.optionalScopes.clear();
  const card = await shares(stage, '700002');
  changes(stage, '700002', { houseList: [] });
  await isAskedIn(stage, 61);
  changes(stage, '700002', { title: 'Town hall' });
  stage.advance(61);
  await showsSoon(stage, () => card, 'Town hall');
  expect(stage.slack.updates).toHaveLength(1);
});

test('a card that an earlier version stored counts as one that others read', () => {
  const stored = {
    place: { kind: 'message', channel: 'C0TEAM', ts: '1.2', threadTs: undefined, sharedBy: undefined },
    occurrence: 'only',
    shown: {
      start: second(1),
      end: undefined,
      zone: zoneOf('Asia/Shanghai'),
      phase: 'upcoming',
      title: '',
      hostName: undefined,
      joinLink: undefined,
      rooms: [],
    },
    fingerprint: 'f',
    attempts: 0,
  };
  const text = JSON.stringify(stored, (_name, value: unknown) => (value === undefined ? null : value));
  const read = readCard(text);
  if (read === undefined) throw new Error('It is readable.');
  expect(read.place.reach).toBe('external');
  expect(readCard(write({ ...read, place: { ...read.place, reach: 'company' } }))?.place.reach).toBe(
    'company',
  );
});
