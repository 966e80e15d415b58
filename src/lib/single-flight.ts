/** Runs one call a key at a time in this process: who asks while it is under way gets the same promise. */
export function singleFlight<T>(): (key: string, call: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, call) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const flight = call().finally(() => underWay.delete(key));
    underWay.set(key, flight);
    return flight;
  };
}
