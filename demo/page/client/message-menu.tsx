import type { EntrySeen } from '../snapshot.ts';
import { usePage } from './page-context.ts';
import { PopupMenu } from './popup-menu.tsx';

/** What Slack offers for a message, the app's shortcut among it. Ephemeral messages have no such menu. */
export function MessageMenu({ entry: { channelId, ts, author } }: { readonly entry: EntrySeen }) {
  const { snapshot, act } = usePage();
  const as = snapshot.me.id;
  const details = {
    label: 'Show meeting details',
    pick: () => void act({ do: 'meeting-details', as, channelId, ts }),
  };
  return <PopupMenu label={`More actions for the message of ${author}`} items={[details]} />;
}
