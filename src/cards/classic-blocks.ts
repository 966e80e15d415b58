import type { AlertBlock, ContainerBlock, KnownBlock, MrkdwnElement } from '@slack/types';
import { mrkdwn } from './mrkdwn.ts';

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
 * The same blocks with others in place of the newer kinds: an alert becomes a section. A container becomes the blocks in it, below its title and
 * subtitle, which they do not repeat. Not more than `kinds` is replaced.
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

/** With small text first, a container is a card with a heading; otherwise it is an entry of a list. */
function unfolded({ title, subtitle, child_blocks }: ContainerBlock): KnownBlock[] {
  const [first, ...others] = child_blocks;
  const summary = subtitle?.text ?? '';
  if (title === undefined) return child_blocks;
  if (first?.type === 'context')
    return [
      { type: 'header', text: title },
      { ...first, elements: [marked(summary), ...first.elements] },
      ...others,
    ];
  const name = `${mrkdwn`*${title.text}*`} · ${summary}`;
  if (first?.type === 'section' && first.text !== undefined)
    return [{ ...first, text: marked(`${name}\n${first.text.text}`) }, ...others];
  return [{ type: 'section', text: marked(name) }, ...child_blocks];
}

const marked = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });
