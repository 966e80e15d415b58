import { type Bulkhead, type BulkheadSize, bulkhead } from './bulkhead.ts';

/** A bulkhead for each key, so that the tasks of one leave room for those of the others. It takes memory while tasks of its key are there. */
export function bulkheads(size: BulkheadSize): (key: string) => Bulkhead {
  const busy = new Map<string, { readonly run: Bulkhead; tasks: number }>();

  async function inOwn<T>(key: string, task: () => Promise<T>): Promise<T | undefined> {
    const own = busy.get(key) ?? { run: bulkhead(size), tasks: 0 };
    busy.set(key, own);
    own.tasks += 1;
    try {
      return await own.run(task);
    } finally {
      own.tasks -= 1;
      if (own.tasks === 0) busy.delete(key);
    }
  }

  return (key) => (task) => inOwn(key, task);
}

/** Tasks that take a place in both: that of one key, and that of all keys together. */
export function within(own: Bulkhead, whole: Bulkhead): Bulkhead {
  return (task) => own(() => whole(task));
}
