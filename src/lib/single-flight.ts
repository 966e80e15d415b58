/** Runs one call per key at a time in this process: whoever calls while it is in flight gets the same promise. */
export function singleFlight<T>(): (key: string, call: () => Promise<T>) => Promise<T> {
  const inFlight = new Map<string, Promise<T>>();
  return (key, call) => {
    const known = inFlight.get(key);
    if (known !== undefined) return known;
    const flight = call().finally(() => inFlight.delete(key));
    inFlight.set(key, flight);
    return flight;
  };
}
