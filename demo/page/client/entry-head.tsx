import type { EntrySeen } from '../snapshot.ts';
import { MessageMenu } from './message-menu.tsx';
import { usePage } from './page-context.ts';

/** Who said it, when by the reader's own clock, who can see it, and the message's menu. */
export function EntryHead({ entry }: { readonly entry: EntrySeen }) {
  const { timeZone } = usePage().snapshot.me;
  const { author, atMs, isFromApp, isEdited, kind } = entry;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return (
    <>
      {kind === 'ephemeral' ? <p className="only">Only visible to you</p> : null}
      <div className="entry-head">
        <strong>{author}</strong>
        {isFromApp ? <span className="tag">APP</span> : null}
        <time dateTime={new Date(atMs).toISOString()}>{time.format(atMs)}</time>
        {isEdited ? <span className="faint">(edited)</span> : null}
        {kind === 'message' ? <MessageMenu entry={entry} /> : null}
      </div>
    </>
  );
}
