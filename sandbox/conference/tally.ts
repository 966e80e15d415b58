/** A list that others can wait for: resolves as soon as it is long enough. */
export interface Tally<Entry> {
  readonly entries: readonly Entry[];
  add(entry: Entry): void;
  /** The entries, once there are `count` of them; rejects after `timeoutMs`, saying how many there are. */
  reaches(count: number, timeoutMs: number): Promise<readonly Entry[]>;
}

/** An empty tally; `noun` names its entries in the error of a wait without result. */
export function tally<Entry>(noun: string): Tally<Entry> {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  return {
    entries,
    add(entry) {
      entries.push(entry);
      for (const look of waiting) look();
    },
    reaches: (count, timeoutMs) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = () => {
          if (entries.length < count) return;
          stop();
          resolve(entries);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`Waited ${timeoutMs} ms for ${count} ${noun}; there are ${entries.length}`));
        }, timeoutMs);
        waiting.add(look);
        look();
      }),
  };
}
