import { type Fields, listOf, textIn } from '../../../text/fields.ts';
import { PopupMenu } from '../popup-menu.tsx';
import { useBlockContext } from './block-context.ts';
import { plainText } from './text.tsx';

/** The menu behind *⋯* in a card. An option with an address leads there, and the app is told of it too. */
export function OverflowMenu({ element }: { readonly element: Fields }) {
  const { press, follow } = useBlockContext();
  const items = listOf(element.options).map(({ text, value, url }) => ({
    label: plainText(text),
    pick: () => {
      press({ actionId: textIn(element.action_id), option: textIn(value) });
      if (typeof url === 'string') follow(url);
    },
  }));
  return <PopupMenu label="More" items={items} />;
}
