import type { ReconnectingConnection } from './connection.ts';

/** How many keys a server looks at in one call, so that others do not wait for it. */
const KEYS_AT_A_TIME = 1000;

/** Makes one call, with a time limit. */
type Step = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Deletes every key that begins with `prefix`, in steps. A key that is written meanwhile may be left. Rejects where a step does: what was
 * deleted until then stays deleted.
 */
export async function eraseInRedis(
  { redis, masters }: Pick<ReconnectingConnection, 'redis' | 'masters'>,
  prefix: string,
  step: Step,
): Promise<void> {
  for (const server of masters()) {
    let cursor = '0';
    do {
      const from = cursor;
      const [next, keys] = await step(() =>
        server.scan(from, 'MATCH', `${prefix}*`, 'COUNT', KEYS_AT_A_TIME),
      );
      if (keys.length > 0) await step(() => Promise.all(keys.map((key) => redis.unlink(key))));
      cursor = next;
    } while (cursor !== '0');
  }
}
