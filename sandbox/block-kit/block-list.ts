import { type Fields, fieldsAt, isFields, listAt, textAt } from '../slack/fields.ts';
import { block } from './blocks.ts';
import { listOf } from './checks.ts';
import type { Check, Place } from './place.ts';

/** All blocks of one surface, with the rules for all of them together. */
export const blockList =
  (max: number, min: number): Check =>
  (value, at) => {
    listOf(block, max, min)(value, at);
    if (!Array.isArray(value)) return;
    const blocks = withInner(value.filter(isFields));
    for (const id of repeated(blocks.map((one) => textAt(one, 'block_id'))))
      at.report(`has two blocks ${id}`);
    for (const one of blocks) {
      const ids = elementsOf(one).map((element) => textAt(element, 'action_id'));
      for (const id of repeated(ids)) at.report(`has two elements ${id} in one block`);
    }
    atMost(
      at,
      12_000,
      'markdown',
      lengthOf(blocks, 'markdown', (one) => textAt(one, 'text') ?? ''),
    );
    atMost(at, 10_000, 'table', lengthOf(blocks, 'table', cellText));
    atMost(at, 20_000, 'data_table', lengthOf(blocks, 'data_table', cellText));
  };

/** The blocks and those within them. */
export function withInner(blocks: readonly Fields[]): Fields[] {
  return blocks.flatMap((one) => {
    const cards = listAt(one, 'elements').filter((element) => element.type === 'card');
    return [one, ...withInner([...listAt(one, 'child_blocks'), ...cards])];
  });
}

/** A block's own elements, in whichever of its fields they are. */
export function elementsOf(one: Fields): Fields[] {
  const single = [fieldsAt(one, 'accessory'), fieldsAt(one, 'element')].filter(
    (element) => element !== undefined,
  );
  return [...single, ...listAt(one, 'elements'), ...listAt(one, 'actions')];
}

export const primaries = (blocks: readonly Fields[]): number =>
  withInner(blocks)
    .flatMap(elementsOf)
    .filter((element) => element.style === 'primary').length;

function repeated(ids: readonly (string | undefined)[]): string[] {
  const given = ids.filter((id) => id !== undefined);
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}

const lengthOf = (blocks: readonly Fields[], type: string, read: (one: Fields) => string): number =>
  blocks.filter((one) => one.type === type).reduce((sum, one) => sum + read(one).length, 0);

function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellText).join('');
  if (!isFields(value)) return '';
  return (textAt(value, 'text') ?? '') + cellText(value.rows) + cellText(value.elements);
}

function atMost(at: Place, max: number, what: string, length: number): void {
  if (length > max) at.report(`has ${length} characters in ${what} blocks, at most ${max} fit`);
}
