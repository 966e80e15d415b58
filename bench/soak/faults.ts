import { setTimeout as delay } from 'node:timers/promises';
import { hostileAnswers } from '../../sandbox/conference/hostile-answers.ts';
import type { World } from './world.ts';

const MB = 1024 * 1024;

/** A Redis that is frozen, and one that is gone, for so long; then it has a while to come back. */
const WITHOUT_REDIS_MS = 2000;

interface Fault {
  readonly name: string;
  begin(world: World): void | Promise<void>;
}

const conference = (name: string, fault: Parameters<World['conference']['fault']>[0]): Fault => ({
  name: `conference: ${name}`,
  begin: (world) => world.conference.fault(fault),
});

const slack = (
  name: string,
  faults: Readonly<Record<string, Parameters<World['slack']['fault']>[1]>>,
  times?: number,
): Fault => ({
  name: `Slack: ${name}`,
  begin(world) {
    for (const [target, fault] of Object.entries(faults)) world.slack.fault(target, fault, times);
  },
});

/** What Slack says of a call; the next one after that second is taken, as Slack promises. */
const limited = { kind: 'rate-limited', retryAfterSeconds: 1 } as const;

const FAULTS: readonly Fault[] = [
  conference('answers after 1.2 s', { kind: 'slow', ms: 1200 }),
  slack('users.info limited', { 'users.info': limited }, 1),
  conference('HTTP 500', { kind: 'http', status: 500 }),
  { name: 'Redis: frozen', begin: (world) => frozen(world) },
  conference('half of the JSON', { kind: 'half-json' }),
  slack('users.info after 2 s', { 'users.info': { kind: 'slow', ms: 2000 } }),
  conference('hangs', { kind: 'hang' }),
  { name: 'Redis: gone, and back empty', begin: (world) => gone(world) },
  conference('20 MB', { kind: 'oversized', bytes: 20 * MB }),
  slack(
    'previews, posts and the Home tab limited',
    { 'chat.unfurl': limited, 'chat.postMessage': limited, 'views.publish': limited },
    1,
  ),
  conference('resets', { kind: 'reset' }),
  conference('about another meeting', { kind: 'wrong-event' }),
  slack('everything after 0.4 s', {
    'users.info': { kind: 'slow', ms: 400 },
    'views.open': { kind: 'slow', ms: 400 },
    'views.update': { kind: 'slow', ms: 400 },
    response_url: { kind: 'slow', ms: 400 },
  }),
  conference('floods', { kind: 'endless' }),
  ...hostileAnswers.map(({ what, body }) => ({
    name: `conference: ${what}`,
    begin: (world: World) => world.conference.fault({ kind: 'raw', body: body() }),
  })),
];

/** Switches one fault after the other on and off, each for its part of `milliseconds`; resolves when all is well again, or on abort. */
export async function injectFaults(world: World, milliseconds: number, signal: AbortSignal): Promise<void> {
  const part = milliseconds / (2 * FAULTS.length);
  try {
    for (const { name, begin } of FAULTS) {
      world.apps.circumstances = name;
      await begin(world);
      await delay(part, undefined, { signal });
      world.conference.heal();
      world.slack.heal();
      world.apps.circumstances = `after ${name}`;
      await delay(part, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    world.conference.heal();
    world.slack.heal();
    world.redis.thaw();
  }
}

async function frozen({ redis }: World): Promise<void> {
  redis.freeze();
  await delay(WITHOUT_REDIS_MS);
  redis.thaw();
}

async function gone({ redis }: World): Promise<void> {
  await redis.kill();
  await delay(WITHOUT_REDIS_MS);
  await redis.restart();
}
