import type { SampleConference } from '../../../sandbox/conference/sample-conference.ts';
import type { RedisProcess } from '../../../sandbox/redis/redis-server.ts';
import type { ConferenceFault, Fault } from '../snapshot.ts';

/** Longer than the app lets a person wait without a word, and shorter than the app waits for an answer. */
const SLOW_MS = 1500;

/** What can be broken by a click, and put right again. */
export interface Faults {
  now(): Fault;
  conference(is: ConferenceFault): void;
  /** Resolves with a sentence if there is no Redis to stop or start. */
  redis(is: 'running' | 'gone'): Promise<string | undefined>;
}

/** `redis`: the app's own, if it has one. */
export function faults(conference: SampleConference, redis: RedisProcess | undefined): Faults {
  const fault: { -readonly [Name in keyof Fault]: Fault[Name] } = {
    conference: 'well',
    redis: redis === undefined ? 'none' : 'running',
  };
  return {
    now: () => ({ ...fault }),
    conference(is) {
      conference.heal();
      if (is === 'slow') conference.fault({ kind: 'slow', ms: SLOW_MS });
      if (is === 'down') conference.fault({ kind: 'reset' });
      if (is === 'lying') conference.fault({ kind: 'wrong-event' });
      fault.conference = is;
    },
    async redis(is) {
      if (redis === undefined)
        return 'There is no Redis here to stop: the app stores things in its own memory.';
      if (is === 'gone') await redis.kill();
      else await redis.restart();
      fault.redis = is;
      return undefined;
    },
  };
}
