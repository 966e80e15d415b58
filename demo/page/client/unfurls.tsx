import type { Spot } from '../action.ts';
import type { UnfurlSeen } from '../snapshot.ts';
import { Blocks } from './blocks/blocks.tsx';
import { JsonLook } from './json-look.tsx';
import { PlainPlace } from './plain-place.tsx';

interface UnfurlsProps {
  readonly unfurls: readonly UnfurlSeen[];
  /** `undefined` where the message is not sent yet: nothing can be pressed there. */
  readonly spotOf: (url: string) => Spot | undefined;
}

/** The previews of links under a message. */
export function Unfurls({ unfurls, spotOf }: UnfurlsProps) {
  return unfurls.map(({ url, blocks }) => (
    <section key={url} className="unfurl" aria-label={`Preview of ${url}`}>
      <PlainPlace spot={spotOf(url)}>
        <Blocks blocks={blocks} />
      </PlainPlace>
      <JsonLook shown={{ blocks }} />
    </section>
  ));
}
