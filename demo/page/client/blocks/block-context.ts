import { createContext, useContext } from 'react';
import type { Snapshot } from '../../snapshot.ts';

/** A button pressed, a menu picked from, or a field that tells the app at once. */
export interface Press {
  readonly actionId: string;
  readonly value?: string;
  readonly option?: string;
}

/** What blocks need of the place they stand in. */
export interface Surroundings {
  readonly sight: Snapshot;
  /** What is filled in, by action id. */
  readonly filled: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly fill: (actionId: string, value: string) => void;
  /** `filledNow`: what was filled in so recently that `filled` may not hold it yet. */
  readonly press: (press: Press, filledNow?: Readonly<Record<string, string>>) => void;
  /** Tells the person where a link would have led. */
  readonly follow: (url: string) => void;
}

const context = createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(context);
  if (surroundings === undefined) throw new Error('Blocks stand in a place.');
  return surroundings;
}
