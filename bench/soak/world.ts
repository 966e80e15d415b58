import { buildInto } from '../../sandbox/built-app.ts';
import { plainMeeting, putSamples } from '../../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import { accountOf } from '../../sandbox/conference/samples/people.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { type RedisProcess, startRedis } from '../../sandbox/redis/redis-server.ts';
import { type SampleSlack, startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import { channel } from '../../sandbox/slack/state/channels.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { Apps } from './apps.ts';

const BUILT = 'dist/soak';
const HOUR = 3600;
const COLD_MEETINGS = 2000;
const FIRST_COLD = 710_000;
const FIRST_USER = 55_000_000;
const PUSH_SECRET = 'a-secret-of-the-vendor';

/** What the soak runs in: all of it on this machine, started by it and stopped by it. */
export interface World {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  readonly redis: RedisProcess;
  readonly apps: Apps;
  /** A new person, known to Slack and to the conference service. */
  enter(nth: number): string;
  /** A channel that nothing was shown in yet. */
  newChannel(): string;
  readonly pushSecret: string;
  /** Gives a meeting of the conference service another title. */
  rename(id: number, title: string): void;
  /** A meeting that nobody has looked up yet, for the first two thousand times. */
  coldMeeting(): string;
  close(): Promise<void>;
}

/** A Slack, a conference service, a Redis, and two processes of the built app: one sends calendar files, the other links to them. */
export async function openWorld(): Promise<World> {
  await buildInto(BUILT);
  const [slack, conference, redis] = await Promise.all([
    startSampleSlack(),
    startSampleConference(),
    startRedis(),
  ]);
  putSamples(conference.meetings, Date.now());
  const now = Math.floor(Date.now() / 1000);
  for (let nth = 0; nth < COLD_MEETINGS; nth += 1)
    conference.meetings.put(
      plainMeeting(FIRST_COLD + nth, {
        title: `Cold ${nth}`,
        startTime: now + HOUR,
        endTime: now + 2 * HOUR,
      }),
    );
  const env = {
    ...sampleEnvironment(slack, conference),
    REDIS_URL: redis.url,
    LOOKUPS_PER_MINUTE: '100000',
    CACHE_FRESH_SECONDS: '2',
    CARD_CHECK_SECONDS: '5',
    CONFERENCE_PUSH_SECRET: PUSH_SECRET,
  };
  const apps = await Apps.start(BUILT, [env, { ...env, PUBLIC_URL: 'https://cards.example' }]);
  let [cold, channels] = [0, 0];
  return {
    slack,
    conference,
    redis,
    apps,
    pushSecret: PUSH_SECRET,
    rename(id, title) {
      const { meetings } = conference;
      meetings.put(...meetings.byEventId(String(id)).map((meeting) => ({ ...meeting, title })));
    },
    enter(nth) {
      const id = `U0SOAK${nth}`;
      const email = `soak${nth}@example.com`;
      slack.people.set(id, person({ id, email, locale: nth % 2 === 0 ? 'en-US' : 'zh-CN' }));
      const account = { userId: FIRST_USER + nth, displayName: id, email, mobile: '' };
      conference.meetings.accounts.set(email, accountOf(account));
      return id;
    },
    newChannel() {
      channels += 1;
      const id = `C0SOAK${channels}`;
      slack.channels.set(id, channel({ id, members: new Set(['U0BOT']) }));
      return id;
    },
    coldMeeting() {
      cold += 1;
      return String(FIRST_COLD + (cold % COLD_MEETINGS));
    },
    async close() {
      redis.thaw();
      conference.heal();
      await apps.stop();
      await redis.stop();
      await Promise.all([slack.close(), conference.close()]);
    },
  };
}
