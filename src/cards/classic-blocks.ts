import type { AlertBlock, ContainerBlock, KnownBlock } from '@slack/types';

/** The kinds of blocks that not every workspace may take yet. */
export const NEWER_BLOCKS = ['alert', 'container'] as const;
export type NewerBlock = (typeof NEWER_BLOCKS)[number];

const MARK: Readonly<Record<NonNullable<AlertBlock['level']>, string>> = {
  default: '',
  info: ':information_source: ',
  warning: ':warning: ',
  error: ':no_entry_sign: ',
  success: ':white_check_mark: ',
};

/** The newer kinds among some blocks. */
export function newerAmong(blocks: readonly KnownBlock[]): readonly NewerBlock[] {
  return NEWER_BLOCKS.filter((kind) => blocks.some(({ type }) => type === kind));
}

/**
 * The same blocks with others in place of the newer kinds: an alert becomes a section, and a container the blocks in it below its title. Its
 * subtitle goes, since it sums up what is in it. Not more than `kinds` is replaced.
 */
export function classicBlocks(
  blocks: readonly KnownBlock[],
  kinds: readonly NewerBlock[] = NEWER_BLOCKS,
): KnownBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'alert' && kinds.includes('alert')) return [sectionOf(block)];
    return block.type === 'container' && kinds.includes('container') ? unfolded(block) : [block];
  });
}

function sectionOf({ text, level = 'default' }: AlertBlock): KnownBlock {
  return { type: 'section', text: { ...text, text: `${MARK[level]}${text.text}` } };
}

/** A section that comes first says the title itself; above anything else it becomes a heading. */
function unfolded({ title, child_blocks }: ContainerBlock): KnownBlock[] {
  const isSaid = child_blocks[0]?.type === 'section';
  return isSaid || title === undefined ? child_blocks : [{ type: 'header', text: title }, ...child_blocks];
}
