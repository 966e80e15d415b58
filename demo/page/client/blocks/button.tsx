import { type Fields, fieldsOf, textIn } from '../../../text/fields.ts';
import { useBlockContext } from './block-context.ts';
import { plainText, Text } from './text.tsx';

/** A button; one with an address is a link, and the app is told of it too. */
export function Button({ element }: { readonly element: Fields }) {
  const { press, follow } = useBlockContext();
  const { confirm, url, value } = element;
  const spoken = textIn(element.accessibility_label);
  const common = {
    className: `button ${textIn(element.style)}`,
    ...(spoken === '' ? {} : { 'aria-label': spoken }),
  };
  const pressed = (): void => {
    if (confirm !== undefined && !isSure(confirm)) return;
    press({ actionId: textIn(element.action_id), ...(typeof value === 'string' ? { value } : {}) });
  };
  if (typeof url !== 'string')
    return (
      <button type="button" {...common} onClick={pressed}>
        <Text value={element.text} />
      </button>
    );
  return (
    <a
      {...common}
      href={url}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        pressed();
        follow(url);
      }}
    >
      <Text value={element.text} />
    </a>
  );
}

/** Slack's own question before what cannot be undone. */
function isSure(confirm: unknown): boolean {
  const { title, text } = fieldsOf(confirm);
  return window.confirm(`${plainText(title)}\n\n${plainText(text)}`);
}
