import { growingLru } from './growing-lru.ts';

/**
 * `make`, called once for each key while its value is among the `max` most recently used. Keys are compared as in a `Map`. What `make`
 * throws is thrown and not stored.
 */
export function boundedMemo<K extends string | number | object, V extends string | number | boolean | object>(
  max: number,
  make: (key: K) => V,
): (key: K) => V {
  const values = growingLru<K, V>(max);
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    values.set(key, made);
    return made;
  };
}
