import type { UnfurlSpot } from '../action.ts';
import type { UnfurlSeen } from '../snapshot.ts';
import { Blocks } from './blocks/blocks.tsx';
import { JsonLook } from './json-look.tsx';
import { usePage } from './page-context.ts';
import { PlainPlace } from './plain-place.tsx';
import { WorkObject } from './work-object.tsx';

interface UnfurlsProps {
  readonly unfurls: readonly UnfurlSeen[];
  /** The message; `undefined` while it is not sent yet: nothing can be pressed there. */
  readonly under: { readonly channelId: string; readonly ts: string } | undefined;
}

/** The previews of links under a message. */
export function Unfurls({ unfurls, under }: UnfurlsProps) {
  const { snapshot, act } = usePage();
  return unfurls.map(({ url, blocks, workObject }) => {
    const spot: UnfurlSpot | undefined = under && { kind: 'unfurl', ...under, url };
    const open = spot && (() => void act({ do: 'open-flexpane', as: snapshot.me.id, on: spot }));
    return (
      <figure key={url} className="unfurl" aria-label={`Preview of ${url}`}>
        {workObject === null ? null : <WorkObject seen={workObject} open={open} />}
        <PlainPlace spot={spot}>
          <Blocks blocks={blocks} />
        </PlainPlace>
        <JsonLook shown={{ blocks }} />
      </figure>
    );
  });
}
