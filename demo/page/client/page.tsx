import { useCallback, useMemo, useState } from 'react';
import type { Action } from '../action.ts';
import { ChannelPane } from './channel-pane.tsx';
import { deliver } from './deliver.ts';
import { FaultPanel } from './fault-panel.tsx';
import { Flexpane } from './flexpane.tsx';
import { HomePane } from './home-pane.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { Modals } from './modals.tsx';
import { PageProvider } from './page-context.ts';
import { HOME, Places } from './places.tsx';
import { Samples } from './samples.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { useSnapshot } from './use-snapshot.ts';
import { firstPerson, Who } from './who.tsx';

const FIRST_CHANNEL = 'C0TEAM';

/** The page of the sample Slack: who one is, which channel is open, what it shows, and what can be broken. */
export function Page() {
  const [userId, setUserId] = useState(firstPerson);
  const [place, setPlace] = useState(FIRST_CHANNEL);
  const [typed, setTyped] = useState('');
  const [notice, setNotice] = useState('');
  const [underWay, setUnderWay] = useState(0);
  const snapshot = useSnapshot(userId);

  const act = useCallback(async (action: Action) => {
    setNotice('');
    setUnderWay((count) => count + 1);
    const said = await deliver(action);
    setUnderWay((count) => count - 1);
    if (said !== '') setNotice(said);
  }, []);
  const page = useMemo(
    () => (snapshot === undefined ? undefined : { snapshot, act, tell: setNotice }),
    [snapshot, act],
  );
  if (page === undefined) return <p className="loading">Opening the sample Slack …</p>;

  const openHome = (as: string): void => void act({ do: 'open-home', as });
  const { flexpane } = page.snapshot;
  const channel = page.snapshot.channels.find(({ id }) => id === place) ?? page.snapshot.channels[0];
  return (
    <PageProvider value={page}>
      <div className="page">
        <header className="top">
          <h1>
            Meeting Cards <span className="faint">in a sample Slack</span>
          </h1>
          <Who
            userId={userId}
            become={(next) => {
              setUserId(next);
              if (place === HOME) openHome(next);
            }}
          />
          <ThemeSwitch />
        </header>
        <Places
          place={place === HOME ? HOME : (channel?.id ?? '')}
          go={(next) => {
            setPlace(next);
            if (next === HOME) openHome(userId);
          }}
        />
        <main aria-busy={underWay > 0}>
          {place === HOME || channel === undefined ? (
            <HomePane />
          ) : (
            <ChannelPane key={channel.id} channel={channel} typed={typed} setTyped={setTyped} />
          )}
        </main>
        <aside>
          {flexpane === null ? null : <Flexpane key={userId} shown={flexpane} />}
          <MeetingPanel />
          <FaultPanel />
          <Samples
            take={(text) => {
              if (place === HOME) setPlace(FIRST_CHANNEL);
              setTyped(text);
            }}
          />
        </aside>
        <Modals />
        <p className="notice" role="status">
          {notice}
        </p>
      </div>
    </PageProvider>
  );
}
