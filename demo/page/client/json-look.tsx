import { useState } from 'react';
import type { Fields } from '../../text/fields.ts';

interface JsonLookProps {
  /** As Block Kit Builder takes it: `{ blocks }`, or a whole view. */
  readonly shown: Fields;
  /** What notifications show and screen readers read. */
  readonly text?: string;
}

/** What the app sent, to look at here or in Slack's own Block Kit Builder. */
export function JsonLook({ shown, text }: JsonLookProps) {
  const [isOpen, setOpen] = useState(false);
  const builder = `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify(shown))}`;
  return (
    <div className="json">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>JSON</summary>
        {isOpen ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by the keyboard too
          <pre tabIndex={0}>{JSON.stringify(text === undefined ? shown : { text, ...shown }, null, 2)}</pre>
        ) : null}
      </details>
      <a href={builder} target="_blank" rel="noreferrer">
        Open in Block Kit Builder
      </a>
    </div>
  );
}
