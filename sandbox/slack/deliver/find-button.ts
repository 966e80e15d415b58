import { type Fields, fieldsAt, listAt, textAt } from '../fields.ts';
import type { Surface } from '../state/surfaces.ts';

/** An element that can be clicked, and its block. */
export interface Found {
  readonly block: Fields;
  readonly element: Fields;
}

/** Every element with an action_id, in reading order, also within other blocks. */
export function clickables(blocks: readonly Fields[]): Found[] {
  return blocks.flatMap((block) => {
    const own = [fieldsAt(block, 'accessory'), fieldsAt(block, 'element'), ...listAt(block, 'actions')];
    const elements = [...own, ...listAt(block, 'elements')].filter((one) => one !== undefined);
    const inner = [...listAt(block, 'child_blocks'), ...elements.filter((one) => one.type === 'card')];
    const here = elements.filter((one) => textAt(one, 'action_id') !== undefined);
    return [...here.map((element) => ({ block, element })), ...clickables(inner)];
  });
}

/** Throws with the action ids that are there, when this one is not. `value` tells equal buttons apart, `option` equal menus. */
export function findButton(surface: Surface, actionId: string, value?: string, option?: string): Found {
  const attached =
    'attachments' in surface ? surface.attachments.flatMap((one) => listAt(one, 'blocks')) : [];
  const all = clickables([...surface.blocks, ...attached]);
  const equal = all.filter(
    ({ element }) => element.action_id === actionId && (value === undefined || element.value === value),
  );
  const offering = equal.find(({ element }) =>
    optionsOf(element).some((one) => textAt(one, 'value') === option),
  );
  const chosen = offering ?? equal[0];
  if (chosen !== undefined) return chosen;
  const there = all.map(({ element }) => textAt(element, 'action_id')).join(', ');
  throw new Error(
    `No ${actionId} in this ${surface.kind}; there is ${there === '' ? 'nothing to click' : there}.`,
  );
}

/** The options of a menu, also those in groups. */
export function optionsOf(element: Fields): Fields[] {
  const groups = listAt(element, 'option_groups').flatMap((group) => listAt(group, 'options'));
  return [...listAt(element, 'options'), ...groups];
}
