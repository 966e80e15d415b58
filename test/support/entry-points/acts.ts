import { call } from '../../../sandbox/slack/call.ts';
import type { appUninstalled } from '../../../sandbox/slack/payloads/app-uninstalled.ts';
import type { tokensRevoked } from '../../../sandbox/slack/payloads/tokens-revoked.ts';
import { actions, button } from '../../../sandbox/slack/sample-blocks.ts';
import type { OLDER_ACTION } from '../../../src/cards/action-ids.ts';
import type { MoreOption } from '../../../src/cards/more-menu.ts';
import { accessOf } from '../access.ts';
import { findsAtHome, openedHome } from '../home.ts';
import {
  asksForDetails,
  choose,
  done,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../interactions.ts';
import { lastEphemeral, loggedEvents, messagesIn, types } from '../on-stage.ts';
import { shownIn } from '../reading.ts';
import { makesAdmin, openedSettings } from '../settings.ts';
import type { Stage } from '../stage.ts';

export const LUCY = 'U0LUCY';
export const NAME = 'Design review: search results';
export const LINK = 'https://ntest.qsh1.cn/k/att700002';

/** What someone does in Slack, and what they then see of it. */
export type Act = (stage: Stage) => Promise<string>;

export const typing =
  (text: string): Act =>
  async (stage) =>
    (await types(stage, text, { userId: LUCY })).shown;

/** Presses a button of the private card, and looks. */
export const onCard =
  (actionId: string, look: Act, eventId = '700002'): Act =>
  async (stage) => {
    await types(stage, eventId, { userId: LUCY });
    await press(stage, lastEphemeral(stage), actionId);
    return look(stage);
  };

/** Presses a button of a card that the app posted before such a button moved into the menu, and looks. */
export const onOlderCard =
  (
    actionId: (typeof OLDER_ACTION)[keyof typeof OLDER_ACTION],
    does: { readonly value: string } | { readonly url: string },
    look: Act,
  ): Act =>
  async (stage) => {
    const blocks = [actions(button({ action_id: actionId, ...does }))];
    await call(stage.slack, 'chat.postMessage', { channel: 'C0TEAM', text: 'A card', blocks });
    const [card] = await messagesIn(stage, 'C0TEAM', 1);
    if (card === undefined) throw new Error('There is no card to press on.');
    await press(stage, card, actionId, { userId: LUCY });
    return look(stage);
  };

/** Chooses something in the menu of the private card, and looks. */
export const inMenu =
  (choice: MoreOption, look: Act): Act =>
  async (stage) => {
    await types(stage, '700002', { userId: LUCY });
    await choose(stage, lastEphemeral(stage), choice);
    return look(stage);
  };

/** Presses a button of what *My access* tells somebody. */
export const onAccess =
  (actionId: string, userId: string): Act =>
  async (stage) => {
    await accessOf(stage, userId);
    await press(stage, lastEphemeral(stage), actionId);
    return followed(stage);
  };

export const onModal =
  (actionId: string, look: Act, text = 'meeting 700002'): Act =>
  async (stage) => {
    await asksForDetails(stage, text, { userId: LUCY });
    await press(stage, topModal(stage, LUCY), actionId);
    return look(stage);
  };

/** Presses a button of the question that comes before a card is shared with people of another company. */
export const onQuestion =
  (actionId: string, look: Act): Act =>
  async (stage) => {
    await types(stage, 'share 700002', { userId: LUCY, channelId: 'C0SHARED' });
    await press(stage, lastEphemeral(stage), actionId);
    return look(stage);
  };

export async function confirmedPost(stage: Stage): Promise<string> {
  await asksForDetails(stage, 'meeting 700002', { userId: LUCY, channelId: 'C0SHARED' });
  await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
  await press(stage, topModal(stage, LUCY), 'meeting_post_confirm');
  return modalShown(stage, LUCY);
}

export const onHome =
  (actionId: string): Act =>
  async (stage) => {
    await types(stage, '700002', { userId: LUCY });
    const home = await openedHome(stage, LUCY);
    await press(stage, home, actionId);
    return shownIn(home);
  };

export async function findingAtHome(stage: Stage): Promise<string> {
  await findsAtHome(stage, await openedHome(stage, LUCY), '700002');
  return modalShown(stage, LUCY);
}

export const onUnfurl =
  (actionId: string, look: Act): Act =>
  async (stage) => {
    await types(stage, '700002');
    await press(stage, onlyUnfurl(await paste(stage, LINK)), actionId, { userId: LUCY });
    return look(stage);
  };

export const sending =
  (typed: string): Act =>
  async (stage) => {
    const { slack, appUrl } = stage;
    await done(stage, () => slack.globalShortcut({ appUrl, userId: LUCY }));
    const view = topModal(stage, LUCY);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: typed } }));
    return `${JSON.stringify(view.errors)} ${modalShown(stage, LUCY)}`;
  };

export const page =
  (...actionIds: readonly string[]): Act =>
  async (stage) => {
    await types(stage, '700010', { userId: LUCY });
    await choose(stage, lastEphemeral(stage), 'people');
    for (const actionId of actionIds) await press(stage, topModal(stage, LUCY), actionId);
    return modalShown(stage, LUCY);
  };

/** An admin presses a button of the settings that this deployment does not show. */
export const unoffered =
  (actionId: string): Act =>
  async (stage) => {
    makesAdmin(stage, LUCY);
    const settings = await openedSettings(stage, LUCY);
    const button = { type: 'button', action_id: actionId, text: { type: 'plain_text', text: '§' } };
    const blocks = [...settings.blocks, { type: 'actions', block_id: 'forged', elements: [button] }];
    await press(stage, { ...settings, blocks }, actionId);
    return JSON.stringify(topModal(stage, LUCY).content);
  };

export const event =
  (told: typeof appUninstalled | typeof tokensRevoked): Act =>
  async (stage) => {
    const { slack, appUrl } = stage;
    await slack.waitFor(({ calls }) => calls.find(({ method }) => method === 'auth.test'));
    const before = slack.calls.length;
    const { status, text } = await done(stage, () => slack.event({ appUrl, event: told() }));
    return `status ${status}, body '${text}', ${slack.calls.length - before} calls`;
  };

export const modal: Act = async (stage) => modalShown(stage, LUCY);
export const ephemeral: Act = async (stage) => shownIn(lastEphemeral(stage));
export const channel: Act = async (stage) => (await messagesIn(stage, 'C0TEAM', 1)).map(shownIn).join('\n');
export const sharedOutside: Act = async ({ slack }) =>
  (slack.channels.get('C0SHARED')?.messages ?? []).map(shownIn).join('\n');
export const replaced: Act = async ({ slack }) => JSON.stringify(slack.responses.at(-1)?.body);
/** A link was opened by Slack itself: only the log tells of it. */
export const followed: Act = async (stage) => loggedEvents(stage, 'answered').at(-1) ?? '';
