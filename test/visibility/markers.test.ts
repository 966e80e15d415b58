import { describe, expect, test } from 'vitest';
import { accountOf, type Person } from '../../sandbox/conference/samples/people.ts';
import { until } from '../../sandbox/redis/until.ts';
import { loggedEvents, onRedis, onStage, types } from '../support/on-stage.ts';
import { everyEntryPoint } from '../support/visibility/every-entry-point.ts';
import {
  type Cast,
  forbiddenIn,
  markedMeeting,
  markersOf,
  usualCast,
} from '../support/visibility/marked-meeting.ts';
import { found, type SentText, sentToSlack } from '../support/visibility/sent-texts.ts';

const person = (userId: number, email: string): Person => ({
  userId,
  displayName: 'Colleague',
  email,
  mobile: `139${userId}`,
});
const ann = person(88_893_360, 'ann@example.com');
const otherCast: Cast = {
  serial: 770_002,
  startsIn: -30,
  host: ann,
  coHost: person(88_893_361, 'b@example.com'),
  attendee: person(88_893_362, 'c@example.com'),
};
const one = markersOf(usualCast);
const other = markersOf(otherCast);
const attendeesOwn = (marks: typeof one) => [
  ...marks.attendeePassword,
  ...marks.passphrase,
  ...marks.liveStreamPassword,
  ...marks.h323Addresses,
];
const hostsOwn = (marks: typeof one) => [
  ...attendeesOwn(marks),
  ...marks.coHostLink,
  ...marks.coHostRoles,
  ...marks.hostLink,
  ...marks.hostPassword,
  ...marks.hostSecret,
  ...marks.hostRoles,
];

/** Everything that may never be seen by anybody, with what the app itself is trusted with. */
const forbidden = [
  ...forbiddenIn(usualCast),
  ...forbiddenIn(otherCast),
  ...['@example.com', '13900000051', '13988893360'],
  ...['xoxb-sample', 'sample-signing-secret', 'conference-token-mark'],
];
const markers = [...Object.values(one).flat(), ...Object.values(other).flat(), ...forbidden];

/** The people in the marked meetings, and which markers they may read; their own id is in My access. */
const READERS = [
  ['a stranger', 'U0POLLY', []],
  ['an attendee', 'U0LUCY', [...attendeesOwn(one), '88893353']],
  ['a co-host', 'U0LI', [...attendeesOwn(one), ...one.coHostLink, one.coHostRoles[0], '88893352']],
  ['the host', 'U0HAN', [...hostsOwn(one), '88893351']],
  ["another meeting's host", 'U0ANN', [...hostsOwn(other), '88893360']],
] as const;

async function markedStage() {
  const redis = await onRedis();
  const stage = await onStage({
    env: {
      REDIS_URL: redis.url,
      LOG_LEVEL: 'trace',
      LOOKUPS_PER_MINUTE: '1000',
      CONFERENCE_TOKEN: 'conference-token-mark',
    },
  });
  await until('the app uses its Redis', async () => {
    await types(stage, '700002');
    stage.advance(400);
    return (await redis.keys()).length > 0;
  });
  const { meetings } = stage.conference;
  meetings.put(markedMeeting(usualCast, stage.now()), markedMeeting(otherCast, stage.now()));
  meetings.accounts.set(ann.email, accountOf(ann));
  const operator = async (): Promise<readonly SentText[]> => {
    const metrics = await (await fetch(`${stage.appUrl}/metrics`)).text();
    const stored = JSON.stringify([...(await redis.dump())]);
    return [metrics, stored, stage.logged()].map((text) => ({ reader: 'operator', where: 'inside', text }));
  };
  return { stage, operator };
}

describe.each(READERS)('%s', (_who, userId, readable) => {
  test('reads through every entry point and button only what is theirs, the channel nothing, the operator nothing', async () => {
    const { stage, operator } = await markedStage();
    const left: SentText[] = [];
    for (const cast of [usualCast, otherCast]) {
      const marks = markersOf(cast);
      const answers = await everyEntryPoint({
        stage,
        userId,
        eventId: String(cast.serial),
        openLink: `https://ntest.qsh1.cn/k/open-${cast.serial}`,
        hostLinks: [...marks.hostLink, ...marks.coHostLink, ...marks.coHostRoles, ...marks.hostRoles],
        hostPassword: marks.hostPassword[0],
      });
      left.push(...answers);
    }
    left.push(...sentToSlack(stage), ...(await operator()));
    expect(found(left, markers, 'person')).toEqual([...readable].sort());
    expect(found(left, markers, 'channel')).toEqual([]);
    expect(found(left, markers, 'operator')).toEqual([]);
    expect(found(left, ['Marked 770001'], 'channel')).toEqual(['Marked 770001']);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });
});
