import { useEffect, useRef } from 'react';
import type { ChannelSeen } from '../snapshot.ts';
import { Composer } from './composer.tsx';
import { Entry } from './entry.tsx';

interface ChannelPaneProps {
  readonly channel: ChannelSeen;
  readonly typed: string;
  readonly setTyped: (text: string) => void;
}

/** What was written in a channel, the newest in view, and the box to write in. */
export function ChannelPane({ channel, typed, setTyped }: ChannelPaneProps) {
  const log = useRef<HTMLDivElement>(null);
  const name = channel.isDirect ? channel.name : `#${channel.name}`;
  const shown = JSON.stringify(channel.entries);
  useEffect(() => {
    if (shown !== '[]') log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [shown]);
  return (
    <section className="pane" aria-label={name}>
      <h2>{name}</h2>
      <div className="log" role="log" aria-label={`Messages in ${name}`} ref={log}>
        {channel.entries.length === 0 ? (
          <p className="empty">
            Nothing has been said here. Type <code>/meeting 700001</code>, or a message with a meeting link.
          </p>
        ) : null}
        {channel.entries.map((entry) => (
          <Entry key={`${entry.kind}${entry.ts}`} entry={entry} />
        ))}
      </div>
      <Composer channelId={channel.id} name={name} text={typed} setText={setTyped} />
    </section>
  );
}
