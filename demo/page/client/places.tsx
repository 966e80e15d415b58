import { usePage } from './page-context.ts';

/** The id of the app's Home tab among those of channels. */
export const HOME = 'home';

interface PlacesProps {
  readonly place: string;
  readonly go: (place: string) => void;
}

/** Channels, the app's Home tab and its messages, and the global shortcut. */
export function Places({ place, go }: PlacesProps) {
  const { snapshot, act } = usePage();
  const link = (to: string, label: string) => (
    <li key={to}>
      <button type="button" aria-current={place === to ? 'page' : undefined} onClick={() => go(to)}>
        {label}
      </button>
    </li>
  );
  const direct = snapshot.channels.filter(({ isDirect }) => isDirect);
  return (
    <nav aria-label="Workspace">
      <h2>Channels</h2>
      <ul>
        {snapshot.channels.filter(({ isDirect }) => !isDirect).map(({ id, name }) => link(id, `# ${name}`))}
      </ul>
      <h2>Meeting Cards</h2>
      <ul>
        {link(HOME, 'Home')}
        {direct.map(({ id }) => link(id, 'Messages'))}
      </ul>
      <h2>Shortcuts</h2>
      <ul>
        <li>
          <button type="button" onClick={() => void act({ do: 'find-meeting', as: snapshot.me.id })}>
            Find a meeting
          </button>
        </li>
      </ul>
    </nav>
  );
}
