import { withEmoji } from '../../../text/emoji.ts';
import { fieldsOf, textIn } from '../../../text/fields.ts';
import { richText } from '../text/rich-text.ts';
import { useBlockContext } from './block-context.ts';
import { Library } from './library.tsx';

/** A text object of either kind. */
export function Text({ value }: { readonly value: unknown }) {
  const { snapshot } = useBlockContext();
  const { type, text } = fieldsOf(value);
  if (type !== 'mrkdwn') return <>{plainText(value)}</>;
  const { timeZone, locale } = snapshot.me;
  const clock = { now: Date.now, timeZone, locale };
  return <Library blocks={[richText(textIn(text), clock)]} />;
}

/** What a `plain_text` object says; `emoji: false` leaves `:x:` as it was typed. */
export function plainText(value: unknown): string {
  const { text, emoji } = fieldsOf(value);
  return emoji === false ? textIn(text) : withEmoji(textIn(text));
}
