import { LRUCache } from 'lru-cache';

/**
 * A cache of the `max` entries that were used last, which takes memory as it fills. An `LRUCache` with `max` takes all of it at once, which
 * adds up where each of many tenants has one.
 */
export function growingLru<K extends string | number | object, V extends string | number | boolean | object>(
  max: number,
): LRUCache<K, V> {
  return new LRUCache<K, V>({ maxSize: max, sizeCalculation: () => 1 });
}
