import type { Clock } from '../../core/time.ts';
import type { Leases } from '../lease.ts';
import { expiringEntries } from './expiring-entries.ts';

/** Leases among the callers of this process. */
export function memoryLeases(clock: Clock): Leases {
  const holders = expiringEntries(clock);
  return {
    async acquire(key, token, expirySeconds) {
      if (holders.get(key) !== undefined) return false;
      holders.set(key, token, expirySeconds);
      return true;
    },
    async renew(key, token, expirySeconds) {
      if (holders.get(key) !== token) return false;
      holders.set(key, token, expirySeconds);
      return true;
    },
    async release(key, token) {
      if (holders.get(key) === token) holders.delete(key);
    },
  };
}
