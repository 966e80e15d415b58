import { createContext, useContext } from 'react';
import type { Snapshot } from '../../snapshot.ts';

/** A button pressed, a menu picked from, or a field that tells the app at once. */
export interface Press {
  readonly actionId: string;
  readonly value?: string;
  readonly option?: string;
}

/** What blocks need of the place that shows them. */
export interface BlockContext {
  readonly snapshot: Snapshot;
  /** What is filled in, by action id. */
  readonly filled: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly fill: (actionId: string, value: string) => void;
  /** `filledNow`: what was filled in so recently that `filled` may not have it yet. */
  readonly press: (press: Press, filledNow?: Readonly<Record<string, string>>) => void;
  /** Tells the person where a link would have led. */
  readonly follow: (url: string) => void;
}

const context = createContext<BlockContext | undefined>(undefined);

export const BlockContextProvider = context.Provider;

export function useBlockContext(): BlockContext {
  const found = useContext(context);
  if (found === undefined) throw new Error('Blocks need a provider of their context.');
  return found;
}
