import type { Block } from './readonly-blocks.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** How many blocks fit, and how many code units all their texts may have together. */
export interface Totals {
  readonly blocks: number;
  readonly texts: number;
}

/** Code units of all texts in a block, as they are sent. */
function textsIn(part: Fields): number {
  let length = 0;
  for (const name in part) {
    const value = part[name];
    if (isFields(value)) length += textsIn(value);
    else if (name === 'text' && typeof value === 'string') length += value.length;
  }
  return length;
}

/** A container and the blocks in it: in a workspace that takes no containers they stand alone. */
function blocksIn(block: Block): number {
  return block.type === 'container' ? 1 + block.child_blocks.length : 1;
}

/** The first entries of a list that fit whole, in order: for a list that counts its other entries. */
export function firstWithin(entries: readonly (readonly Block[])[], totals: Totals): (readonly Block[])[] {
  let { blocks, texts } = totals;
  const end = entries.findIndex((entry) => {
    for (const block of entry) {
      blocks -= blocksIn(block);
      texts -= textsIn(block);
    }
    return blocks < 0 || texts < 0;
  });
  return end === -1 ? [...entries] : entries.slice(0, end);
}

/** All blocks but those that no longer fit: the buttons below one that is too long stay. */
export function within(blocks: readonly Block[], totals: Totals): Block[] {
  let left = totals.texts;
  return blocks
    .filter((block) => {
      const length = textsIn(block);
      if (length > left) return false;
      left -= length;
      return true;
    })
    .slice(0, totals.blocks);
}
