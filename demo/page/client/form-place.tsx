import type { ReactNode } from 'react';
import type { ViewSeen } from '../snapshot.ts';
import { BlockContextProvider } from './blocks/block-context.ts';
import { usePage } from './page-context.ts';

export type Filled = Readonly<Record<string, string>>;

interface FormPlaceProps {
  readonly view: ViewSeen;
  readonly filled: Filled;
  readonly setFilled: (filled: Filled) => void;
  readonly children: ReactNode;
}

/** A place for blocks with fields: a modal or the Home tab. What is filled in goes with each press. */
export function FormPlace({ view, filled, setFilled, children }: FormPlaceProps) {
  const { snapshot, act, tell } = usePage();
  return (
    <BlockContextProvider
      value={{
        snapshot,
        filled,
        errors: view.errors,
        fill: (actionId, value) => setFilled({ ...filled, [actionId]: value }),
        press: (press, filledNow = {}) => {
          const on = { kind: 'view' as const, id: view.id };
          void act({
            do: 'press',
            as: snapshot.me.id,
            on,
            ...press,
            filled: given({ ...filled, ...filledNow }),
          });
        },
        follow: (url) => tell(`In Slack this opens ${url}`),
      }}
    >
      {children}
    </BlockContextProvider>
  );
}

/** Slack sends an emptied field as one that was never filled in. */
export function given(filled: Filled): Record<string, string> {
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== ''));
}
