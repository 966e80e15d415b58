import { call } from '../../../sandbox/slack/call.ts';
import { button } from '../../../sandbox/slack/sample-blocks.ts';
import type { StoredMessage } from '../../../sandbox/slack/state/surfaces.ts';
import { stackView } from '../../../sandbox/slack/state/view-store.ts';
import type { Stage } from '../stage.ts';

const userId = 'U0LUCY';

async function unknownAction({ slack, appUrl }: Stage): Promise<unknown> {
  const blocks = [{ type: 'actions', elements: [button({ action_id: 'unknown' })] }];
  await call(slack, 'chat.postMessage', { channel: 'C0TEAM', text: 'A card', blocks });
  const surface = await slack.waitFor<StoredMessage>(({ channels }) => channels.get('C0TEAM')?.messages[0]);
  return slack.click({ appUrl, surface, actionId: 'unknown', userId });
}

async function unknownView({ slack, appUrl }: Stage): Promise<unknown> {
  const content = {
    type: 'modal',
    callback_id: 'unknown',
    title: { type: 'plain_text', text: 'A' },
    blocks: [],
  };
  const view = stackView(slack, userId, content);
  return view === undefined ? undefined : slack.submitView({ appUrl, view });
}

/** What nothing in the app is bound to: Slack sends it when a manifest or a card of another version is still in use. */
export const UNKNOWN: readonly (readonly [name: string, act: (stage: Stage) => Promise<unknown>])[] = [
  ['command', ({ slack, appUrl }) => slack.command({ appUrl, text: '700002', command: '/unknown' })],
  ['global shortcut', ({ slack, appUrl }) => slack.globalShortcut({ appUrl, callbackId: 'unknown' })],
  [
    'message shortcut',
    ({ slack, appUrl }) =>
      slack.messageShortcut({ appUrl, callbackId: 'unknown', message: slack.say({ text: '700002' }) }),
  ],
  ['action', unknownAction],
  ['view submission', unknownView],
];
