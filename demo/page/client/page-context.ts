import { createContext, useContext } from 'react';
import type { Action } from '../action.ts';
import type { Snapshot } from '../snapshot.ts';

/** What every part of the page can use. */
export interface PageContext {
  readonly snapshot: Snapshot;
  /** Has it done; what is amiss is shown to the person. */
  readonly act: (action: Action) => Promise<void>;
  /** Shows the person a sentence. */
  readonly tell: (sentence: string) => void;
}

const context = createContext<PageContext | undefined>(undefined);

export const PageProvider = context.Provider;

export function usePage(): PageContext {
  const page = useContext(context);
  if (page === undefined) throw new Error('Every part needs the page’s provider.');
  return page;
}
