import { type Fields, fieldsOf, listOf, textIn } from './fields.ts';
import { mrkdwnText, plainText } from './mrkdwn.ts';
import { linkText } from './references.ts';
import type { Surface } from './surface.ts';

/** A text object of either kind, or nothing. */
export function textObject(value: unknown, { clock, paint }: Surface): string {
  const { type, text } = fieldsOf(value);
  return type === 'mrkdwn' ? mrkdwnText(textIn(text), clock, paint) : plainText(textIn(text));
}

/** Something in a context, an actions block or beside a section: a button as `[Join] (url)`, a field to fill in as `[…]`. */
export function elementText(element: Fields, surface: Surface): string {
  switch (element.type) {
    case 'mrkdwn':
    case 'plain_text':
      return textObject(element, surface);
    case 'image':
      return `[${plainText(textIn(element.alt_text)) || 'image'}]`;
    case 'button':
      return buttonText(element, surface);
    case 'checkboxes':
    case 'radio_buttons':
      return optionsOf(element, surface)
        .map((option) => `( ) ${option}`)
        .join('\n');
    case 'overflow':
      return `[… ${optionsOf(element, surface).join(' | ')}]`;
    default:
      return `[${filledIn(element, surface) || textIn(element.type)}]`;
  }
}

function buttonText(button: Fields, surface: Surface): string {
  const label = `[${textObject(button.text, surface)}]`;
  const look = button.style === 'primary' || button.style === 'danger' ? button.style : 'bold';
  const url = plainText(textIn(button.url));
  const painted = surface.paint(label, look);
  return url === '' ? painted : linkText(url, painted);
}

function filledIn(element: Fields, surface: Surface): string {
  const { initial_option, initial_value, placeholder } = element;
  return (
    plainText(textIn(initial_value)) ||
    textObject(fieldsOf(initial_option).text, surface) ||
    textObject(placeholder, surface)
  );
}

function optionsOf(element: Fields, surface: Surface): readonly string[] {
  return listOf(element.options).map((option) => {
    const url = textIn(option.url);
    const label = textObject(option.text, surface);
    return url === '' ? label : linkText(url, label);
  });
}
