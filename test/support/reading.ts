import { withInner } from '../../sandbox/block-kit/block-list.ts';
import { type Fields, isFields, listAt, textAt } from '../../sandbox/slack/fields.ts';

/** Every text that a message or a part of it shows, in reading order, a line each. */
export function shownIn(message: unknown): string {
  const lines = isFields(message) ? listAt(message, 'blocks').flatMap(textsIn) : [];
  return lines.join('\n');
}

/** The text that a screen reader says instead. */
export function spokenIn(message: unknown): string {
  return isFields(message) ? (textAt(message, 'text') ?? '') : '';
}

/** The buttons of a message, in reading order. */
export function buttonsIn(message: unknown): Fields[] {
  const rows = rowsOf(message);
  return rows.flatMap((row) => listAt(row, 'elements')).filter(({ type }) => type === 'button');
}

/** The labels of the buttons. */
export function labelsIn(message: unknown): string[] {
  return buttonsIn(message).map((button) => textsIn(button).join(''));
}

/** The values of the choices in the menus of a message or a view, in reading order. */
export function optionsIn(surface: unknown): string[] {
  const rows = rowsOf(surface);
  return rows
    .flatMap((row) => listAt(row, 'elements'))
    .flatMap((menu) => listAt(menu, 'options').map((option) => textAt(option, 'value') ?? ''));
}

/** The address that a choice in the menu of a message or a view opens, by what its value begins with. */
export function addressOf(surface: unknown, choice: string): string | undefined {
  const rows = rowsOf(surface);
  const option = rows
    .flatMap((row) => listAt(row, 'elements'))
    .flatMap((menu) => listAt(menu, 'options'))
    .find((each) => textAt(each, 'value')?.startsWith(`${choice}/`));
  return option === undefined ? undefined : textAt(option, 'url');
}

/** The blocks of a message or a view, also those in containers. */
function rowsOf(surface: unknown): Fields[] {
  return isFields(surface) ? withInner(listAt(surface, 'blocks')) : [];
}

function textsIn(part: unknown): string[] {
  if (!isFields(part)) return [];
  const { text } = part;
  if (typeof text === 'string') return [text];
  return [
    ...textsIn(part.title),
    ...textsIn(part.subtitle),
    ...listAt(part, 'child_blocks').flatMap(textsIn),
    ...textsIn(text),
    ...listAt(part, 'fields').flatMap(textsIn),
    ...listAt(part, 'elements').flatMap(textsIn),
  ];
}
