import { createContext, useContext } from 'react';
import type { Action } from '../action.ts';
import type { Snapshot } from '../snapshot.ts';

/** What every part of the page has at hand. */
export interface PageContext {
  readonly sight: Snapshot;
  /** Has it done; what is amiss is shown to the person. */
  readonly act: (doing: Action) => Promise<void>;
  /** Shows the person a sentence. */
  readonly tell: (sentence: string) => void;
}

const context = createContext<PageContext | undefined>(undefined);

export const PageProvider = context.Provider;

export function usePage(): PageContext {
  const page = useContext(context);
  if (page === undefined) throw new Error('Every part stands on the page.');
  return page;
}
