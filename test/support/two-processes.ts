import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from './home.ts';
import { press } from './interactions.ts';
import { onRedis } from './on-redis.ts';
import { onStage, types } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { Stage } from './stage.ts';

export const ANN = 'U0ANN';

/** Two processes of the app on one Redis, each with the same Slack and the same conference service. */
export async function twoProcesses() {
  const redis = await onRedis();
  const one = await onStage({ env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '100000' } });
  const other: Stage = { ...one, ...(await one.startApp()) };
  await until('both share it', async () => {
    await types(one, '700009', { userId: ANN });
    return shownIn(await openedHome(other, ANN)).includes('meeting 700009');
  });
  await press(one, await openedHome(one, ANN), 'meeting_home_clear');
  return { redis, one, other };
}

/**
 * Looks a meeting up, and resolves when the other process lists it: a lookup is noted behind its answer. It is looked up again where the note was
 * lost, since a Redis that a busy machine lets wait for a tenth of a second is not waited for.
 */
export async function looksUp(here: Stage, id: string, there: Stage): Promise<void> {
  await until('the other process lists it first', async () => {
    await types(here, id, { userId: ANN });
    return (await recents(there))[0] === id;
  });
}

/** The ids of what `ANN` reads under *Recently looked up* on her Home. */
export const recents = async (stage: Stage): Promise<readonly string[]> => {
  const [, list = ''] = shownIn(await openedHome(stage, ANN)).split(en.recentlyLookedUp);
  return [...list.matchAll(/· meeting (\d+)/g)].map(([, id = '']) => id);
};
