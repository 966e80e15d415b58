import type { ReactNode } from 'react';
import type { Spot } from '../action.ts';
import { BlockContextProvider } from './blocks/block-context.ts';
import { usePage } from './page-context.ts';

interface PlainPlaceProps {
  readonly spot: Spot | undefined;
  readonly children: ReactNode;
}

/** A place for blocks in which nothing is filled in: messages and previews. */
export function PlainPlace({ spot, children }: PlainPlaceProps) {
  const { snapshot, act, tell } = usePage();
  return (
    <BlockContextProvider
      value={{
        snapshot,
        filled: {},
        errors: {},
        fill: () => {},
        press: (press) => {
          if (spot === undefined) tell('Buttons work once the message is sent.');
          else void act({ do: 'press', as: snapshot.me.id, on: spot, ...press });
        },
        follow: (url) => tell(`In Slack this opens ${url}`),
      }}
    >
      {children}
    </BlockContextProvider>
  );
}
