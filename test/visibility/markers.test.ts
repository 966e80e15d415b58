import { expect, test } from 'vitest';
import type { Person } from '../../sandbox/conference/samples/people.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import { type Cast, usualCast } from '../support/visibility/marked-meeting.ts';
import {
  type Casts,
  operatorReads,
  putMarked,
  type Role,
  readableBy,
  secretMarkers,
  visitsBoth,
} from '../support/visibility/readers.ts';
import { found, sentToSlack } from '../support/visibility/sent-texts.ts';

const person = (userId: number, email: string): Person => ({
  userId,
  displayName: 'Colleague',
  email,
  mobile: `139${userId}`,
});
const otherCast: Cast = {
  serial: 770_002,
  startsIn: -30,
  host: person(88_893_360, 'ann@example.com'),
  coHost: person(88_893_361, 'b@example.com'),
  attendee: person(88_893_362, 'c@example.com'),
};
const CASTS: Casts = [usualCast, otherCast];

/** Everything that may never be seen by anybody who may not, with what the app itself is trusted with. */
const MARKERS = [
  ...secretMarkers(CASTS),
  ...['@example.com', '13900000051', '13988893360'],
  ...['xoxb-sample', 'sample-signing-secret', 'conference-token-mark'],
];

const READERS: readonly (readonly [Role, string])[] = [
  ['a stranger', 'U0POLLY'],
  ['an attendee', 'U0LUCY'],
  ['a co-host', 'U0LI'],
  ['the host', 'U0HAN'],
  ["another meeting's host", 'U0ANN'],
];

async function markedStage() {
  const redis = await onRedis();
  const stage = await onStage({
    env: {
      REDIS_URL: redis.url,
      LOG_LEVEL: 'trace',
      LOOKUPS_PER_MINUTE: '1000',
      CONFERENCE_TOKEN: 'conference-token-mark',
      WORK_OBJECTS: 'true',
    },
  });
  await until('the app uses its Redis', async () => {
    await types(stage, '700002');
    stage.advance(400);
    return (await redis.keys()).length > 0;
  });
  putMarked(stage.conference, CASTS, stage.now());
  return { stage, redis };
}

test.each(READERS)(
  '%s reads through every entry point and button only what is theirs, the channel nothing, the operator nothing',
  async (role, userId) => {
    const { stage, redis } = await markedStage();
    const answers = await visitsBoth(stage, userId, CASTS);
    const left = [...answers, ...sentToSlack(stage), ...(await operatorReads(stage, redis))];
    expect(found(left, MARKERS, 'person')).toEqual([...readableBy(CASTS)[role]].sort());
    expect(found(left, MARKERS, 'channel')).toEqual([]);
    expect(found(left, MARKERS, 'operator')).toEqual([]);
    expect(found(left, ['Marked 770001'], 'channel')).toEqual(['Marked 770001']);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  },
);
