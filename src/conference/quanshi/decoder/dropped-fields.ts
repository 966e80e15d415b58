import type { OnDropped } from './wire-object.ts';

/** With the number of the others one line of the log. */
const NAMED = 19;

/** The first fields that were left out of an answer, by their paths, and how many more there were. */
export interface DroppedFields {
  readonly add: OnDropped;
  list(): readonly string[];
}

/** However many are left out, a few are remembered. */
export function droppedFields(): DroppedFields {
  const named: string[] = [];
  let others = 0;
  return {
    add(path) {
      if (named.length < NAMED) named.push(path);
      else others += 1;
    },
    list: () => (others === 0 ? named : [...named, `and ${others} more`]),
  };
}
