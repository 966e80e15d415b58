import { describe, expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { onRedis } from '../support/on-redis.ts';
import { type Processes, processes } from './processes.ts';
import { sharedProcesses } from './shared-processes.ts';
import { unknownCrowd } from './unknown-crowd.ts';

const CROWD = 300;

/** For both crowds, of whom each is other people and asks for something else. */
const three = sharedProcesses(3);

describe('three hundred people who are not in any cache, and who ask three processes for one meeting at one moment', () => {
  const whole = { questions: 1, told: CROWD, refusals: [] };
  const says = 'Crowded review';

  /** Meetings that are in no cache. */
  const putMeetings = ({ conference }: Processes, after: number): void => {
    for (let nth = 1; nth < 10; nth += 1)
      conference.meetings.put(meeting({ eventId: after + nth, title: says }));
  };

  test.each([
    ['at once', 150, 720_000],
    ['after more than a second', 1200, 730_000],
  ])(
    'cost one question of a service that answers %s, and everybody gets the card',
    async (_when, ms, after) => {
      putMeetings(three(), after);
      const text = (trial: number): string => String(after + trial);
      const given = {
        count: CROWD,
        text,
        name: `whole${after}x`,
        fault: { kind: 'slow', ms },
        says,
      } as const;
      expect(await unknownCrowd(three(), given)).toEqual(whole);
    },
  );

  test('cost one question when they ask by a link', async () => {
    const started = await processes(3, {
      REDIS_URL: (await onRedis()).url,
      CONFERENCE_LINK_LOOKUP_PATH: '/by-link',
    });
    putMeetings(started, 720_000);
    const text = (trial: number): string => `https://ntest.qsh1.cn/k/att${720_000 + trial}`;
    const given = { count: CROWD, text, name: 'linked', fault: { kind: 'slow', ms: 0 }, says } as const;
    expect(await unknownCrowd(started, given)).toEqual(whole);
  });
});
