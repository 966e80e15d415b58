import type { CacheStore } from './cache-store.ts';
import type { CacheOperation, Guard } from './guard.ts';
import type { Leases } from './lease.ts';
import type { PointCounter } from './point-counter.ts';

type Run = Pick<Guard, 'run'>;

/** Makes a call on the shared storage, or on the fallback where the guard says so. */
function either<S>(shared: S, fallback: S, { run }: Run) {
  return <T>(operation: CacheOperation, call: (storage: S) => Promise<T>): Promise<T> =>
    run(
      operation,
      () => call(shared),
      () => call(fallback),
    );
}

/**
 * A cache that never rejects: the fallback answers what the shared cache cannot, and knows what was written there meanwhile. When the
 * shared cache is back it is used as it is: what was written meanwhile is unknown there, and what was deleted meanwhile is there again.
 */
export function guardedCache(shared: CacheStore, fallback: CacheStore, guard: Run): CacheStore {
  const call = either(shared, fallback, guard);
  return {
    get: (key) => call('get', (cache) => cache.get(key)),
    set: (key, value, expirySeconds) => call('set', (cache) => cache.set(key, value, expirySeconds)),
    setIfAbsent: (key, value, expirySeconds) =>
      call('setIfAbsent', (cache) => cache.setIfAbsent(key, value, expirySeconds)),
    delete: (key) => call('delete', (cache) => cache.delete(key)),
  };
}

/** Leases that never reject: those of this process alone while the shared ones do not answer. */
export function guardedLeases(shared: Leases, fallback: Leases, guard: Run): Leases {
  const call = either(shared, fallback, guard);
  return {
    acquire: (key, token, expirySeconds) =>
      call('acquire', (leases) => leases.acquire(key, token, expirySeconds)),
    renew: (key, token, expirySeconds) => call('renew', (leases) => leases.renew(key, token, expirySeconds)),
    release: (key, token) => call('release', (leases) => leases.release(key, token)),
  };
}

/** A counter that never rejects: it counts in this process alone while the shared one does not answer. */
export function guardedPointCounter(shared: PointCounter, fallback: PointCounter, guard: Run): PointCounter {
  const call = either(shared, fallback, guard);
  return { consume: (key, points) => call('consume', (counter) => counter.consume(key, points)) };
}
