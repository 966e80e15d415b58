import type { Guard } from './guard.ts';
import type { Store } from './store.ts';

/** A store that never rejects: what the shared one cannot answer, the stand-in does, and finds what was set there meanwhile. */
export function guardedStore(store: Store, standIn: Store, guard: Guard): Store {
  const both = <T>(operation: keyof Store, call: (target: Store) => Promise<T>): Promise<T> =>
    guard.run(
      operation,
      () => call(store),
      () => call(standIn),
    );
  return {
    get: (key) => both('get', (target) => target.get(key)),
    set: (key, value, expirySeconds) => both('set', (target) => target.set(key, value, expirySeconds)),
    claim: (key, token, expirySeconds) => both('claim', (target) => target.claim(key, token, expirySeconds)),
    delete: (key) => both('delete', (target) => target.delete(key)),
    release: (key, token) => both('release', (target) => target.release(key, token)),
  };
}
