import type { Spot } from '../action.ts';
import type { EntrySeen } from '../snapshot.ts';
import { Blocks } from './blocks/blocks.tsx';
import { Text } from './blocks/text.tsx';
import { EntryHead } from './entry-head.tsx';
import { JsonLook } from './json-look.tsx';
import { PlainPlace } from './plain-place.tsx';
import { Unfurls } from './unfurls.tsx';

/** A message with its previews and its thread. */
export function Entry({ entry }: { readonly entry: EntrySeen }) {
  const { kind, channelId, ts, text, blocks, unfurls, files, replies } = entry;
  const isWhisper = kind === 'ephemeral';
  const spot: Spot = isWhisper ? { kind, ts } : { kind: 'message', channelId, ts };
  return (
    <article
      className={isWhisper ? 'entry whisper' : 'entry'}
      aria-label={isWhisper ? `${entry.author}, only visible to you` : `${entry.author} to all`}
    >
      <div className={entry.isFromApp ? 'face app' : 'face'} aria-hidden="true">
        {entry.isFromApp ? 'MC' : [...entry.author][0]}
      </div>
      <div className="entry-body">
        <EntryHead entry={entry} />
        <PlainPlace spot={spot}>
          <Said text={text} blocks={blocks} />
        </PlainPlace>
        {files.map(({ id, title }) => (
          <p key={id}>
            <a href={`/file?id=${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
              {title}
            </a>
          </p>
        ))}
        <Unfurls unfurls={unfurls} under={{ channelId, ts }} />
        {entry.isFromApp && blocks.length > 0 ? <JsonLook shown={{ blocks }} text={text} /> : null}
        {replies.length === 0 ? null : (
          <ol className="thread" aria-label="Thread">
            {replies.map((reply) => (
              <li key={`${reply.kind}${reply.ts}`}>
                <Entry entry={reply} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </article>
  );
}

/** As in Slack, the text shows only if there are no blocks. */
function Said({ text, blocks }: Pick<EntrySeen, 'text' | 'blocks'>) {
  if (blocks.length > 0) return <Blocks blocks={blocks} />;
  return text === '' ? null : <Text value={{ type: 'mrkdwn', text }} />;
}
