/** A function of an object that is worked out once for each object, and forgotten with it. Whoever uses it changes no object that was asked about. */
export function perObject<K extends object, V extends object | number>(
  work: (object: K) => V,
): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    const before = known.get(object);
    if (before !== undefined) return before;
    const made = work(object);
    known.set(object, made);
    return made;
  };
}
