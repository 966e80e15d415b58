import { useRef } from 'react';
import type { EntrySeen } from '../snapshot.ts';
import { usePage } from './page-context.ts';

/** What Slack offers for a message, the app's shortcut among it. Ephemeral messages have no such menu. */
export function MessageMenu({ entry }: { readonly entry: EntrySeen }) {
  const { snapshot, act } = usePage();
  const menu = useRef<HTMLDetailsElement>(null);
  const { channelId, ts, author } = entry;
  return (
    <details
      className="menu"
      ref={menu}
      onKeyDown={({ key }) => {
        if (key === 'Escape') menu.current?.removeAttribute('open');
      }}
    >
      <summary aria-label={`More actions for the message of ${author}`}>⋯</summary>
      <div className="menu-items">
        <button
          type="button"
          onClick={() => {
            menu.current?.removeAttribute('open');
            void act({ do: 'meeting-details', as: snapshot.me.id, channelId, ts });
          }}
        >
          Show meeting details
        </button>
      </div>
    </details>
  );
}
