import type { Answer, Courier } from '../../../sandbox/slack/deliver/courier.ts';
import { actor } from '../../../sandbox/slack/deliver/desk.ts';
import { type Found, findButton } from '../../../sandbox/slack/deliver/find-button.ts';
import { type Filled, stateValues } from '../../../sandbox/slack/deliver/view-state.ts';
import { type Fields, listAt } from '../../../sandbox/slack/fields.ts';
import { clickInView } from '../../../sandbox/slack/payloads/block-actions.ts';
import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import type { StoredView } from '../../../sandbox/slack/state/surfaces.ts';
import { viewObject } from '../../../sandbox/slack/state/view-store.ts';

export interface PressedInView {
  readonly appUrl: string;
  readonly view: StoredView;
  readonly actionId: string;
  readonly value?: string | undefined;
  readonly option?: string | undefined;
  readonly filled: Filled;
}

/**
 * A button, a menu, or a text field that dispatches, in a modal or on the Home tab. What else is filled in goes along as the
 * view's state, with nothing required yet.
 */
export function pressInView(slack: SampleSlack, courier: Courier, given: PressedInView): Promise<Answer> {
  const { view, filled } = given;
  const found = findButton(view, given.actionId, given.value, given.option);
  const unasked = { ...view, blocks: view.blocks.map((block) => ({ ...block, optional: true })) };
  const payload = clickInView({
    identity: slack.identity,
    user: actor(slack, view.userId),
    action: { ...actionOn(found, given), action_ts: slack.nextTs() },
    triggerId: slack.triggers.mint(view.userId),
    view: viewObject(view, slack, stateValues(unasked, filled)),
  });
  return courier.interaction(given.appUrl, payload);
}

function actionOn({ block, element }: Found, { actionId, option, filled }: PressedInView): Fields {
  const common = { type: element.type, action_id: actionId, block_id: block.block_id };
  if (option !== undefined) {
    const picked = listAt(element, 'options').find(({ value }) => value === option);
    return { ...common, selected_option: picked ?? null };
  }
  if (element.type !== 'button') return { ...common, value: filled[actionId] ?? null };
  const { text, value, url, style } = element;
  const shown = { text, value, url, style };
  return { ...common, ...Object.fromEntries(Object.entries(shown).filter(([, part]) => part !== undefined)) };
}
