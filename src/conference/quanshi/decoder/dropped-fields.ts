import type { OnDropped } from './wire-object.ts';

/** As many fit one line of the log, together with the number of the others. */
const NAMED = 19;

/** The paths of the first fields that were left out of an answer, and how many more there were. */
export interface DroppedFields {
  readonly add: OnDropped;
  list(): readonly string[];
}

/** Takes bounded memory, however many fields are left out. */
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
