import type { ClickAnswer } from '../../../sandbox/slack/deliver/click.ts';
import { clickables, optionsOf } from '../../../sandbox/slack/deliver/find-button.ts';
import { type Fields, textAt } from '../../../sandbox/slack/fields.ts';
import type { Surface } from '../../../sandbox/slack/state/surfaces.ts';
import type { MoreOption } from '../../../src/cards/more-menu.ts';
import { replied, type Sign, type Visitor } from '../visitor.ts';

/** A choice in the menu that the surface has; resolves with false if it has none, or if it had no result. */
export async function choose(
  visitor: Visitor,
  surface: Surface,
  choice: MoreOption,
  where: string,
  signOf: (answer: ClickAnswer) => Sign | undefined = ({ responseUrl }) => replied(responseUrl),
): Promise<boolean> {
  const option = textAt(optionOf(surface, choice) ?? {}, 'value');
  if (option === undefined) return false;
  const { slack, userId } = visitor;
  const answer = await visitor.does(
    `${choice} ${where}`,
    (appUrl) => slack.click({ appUrl, surface, actionId: 'meeting_more', option, userId }),
    signOf,
  );
  return answer !== undefined;
}

export function optionOf({ blocks }: Surface, choice: MoreOption): Fields | undefined {
  return clickables(blocks)
    .flatMap(({ element }) => optionsOf(element))
    .find((each) => textAt(each, 'value')?.startsWith(`${choice}/`));
}
