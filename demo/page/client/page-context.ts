import { createContext, useContext } from 'react';
import type { Doing } from '../action.ts';
import type { Sight } from '../snapshot.ts';

/** What every part of the page has at hand. */
export interface PageContext {
  readonly sight: Sight;
  /** Has it done; what is amiss is shown to the person. */
  readonly act: (doing: Doing) => Promise<void>;
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
