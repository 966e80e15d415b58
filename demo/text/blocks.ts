import { elementText, textObject } from './elements.ts';
import { type Fields, listOf, textIn } from './fields.ts';
import { plainText } from './mrkdwn.ts';
import type { Surface } from './surface.ts';
import { beside, flow } from './width.ts';

/** One block, in as many lines as it takes; empty if it shows nothing. */
export function blockText(block: Fields, surface: Surface): string {
  switch (block.type) {
    case 'header':
      return surface.paint(textObject(block.text, surface), 'bold');
    case 'section':
      return sectionText(block, surface);
    case 'context':
      return flow(elementsOf(block, surface), surface.width);
    case 'actions':
      return flow(elementsOf(block, surface), surface.width);
    case 'alert':
      return surface.paint(textObject(block.text, surface), 'bold');
    case 'container':
      return stacked([
        surface.paint(textObject(block.title, surface), 'bold'),
        ...listOf(block.child_blocks).map((child) => blockText(child, surface)),
      ]);
    case 'divider':
      return '─'.repeat(surface.width);
    case 'image':
      return stacked([textObject(block.title, surface), `[image: ${plainText(textIn(block.alt_text))}]`]);
    case 'input':
      return inputText(block, surface);
    default:
      return `[${textIn(block.type) || 'no block'}]`;
  }
}

function sectionText(block: Fields, surface: Surface): string {
  const fields = listOf(block.fields).map((field) => textObject(field, surface));
  const rows = fields.flatMap((field, nth) => {
    const neighbour = fields[nth + 1];
    if (nth % 2 === 1) return [];
    return [neighbour === undefined ? field : beside(field, neighbour, surface.width)];
  });
  const accessory = listOf([block.accessory]).map((element) => elementText(element, surface));
  return stacked([textObject(block.text, surface), ...rows, ...accessory]);
}

function inputText(block: Fields, surface: Surface): string {
  const label = surface.paint(textObject(block.label, surface), 'bold');
  const optional = block.optional === true ? ' (optional)' : '';
  const filled = listOf([block.element]).map((element) => elementText(element, surface));
  const hint = surface.paint(textObject(block.hint, surface), 'faint');
  return stacked([label + optional, ...filled, hint]);
}

function elementsOf(block: Fields, surface: Surface): readonly string[] {
  return listOf(block.elements).map((element) => elementText(element, surface));
}

function stacked(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
