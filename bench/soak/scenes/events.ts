import { randomUUID } from 'node:crypto';
import { calledSince, filled, replied, type Visitor } from '../visitor.ts';
import { press } from './buttons.ts';

const LINKS = [
  'https://ntest.qsh1.cn/k/att700001',
  'https://ntest.qsh1.cn/k/att700002',
  'https://ntest.qsh1.cn/k/att700010',
  'https://ntest.qsh1.cn/k/nobody-knows',
] as const;

/** Links while they are typed and when they are sent, and the same event twice; then a press on the preview, where there is one. */
export async function links(visitor: Visitor): Promise<void> {
  const { slack, userId, world, random } = visitor;
  const url = random.pick(LINKS);
  await visitor.does('link_shared, typed', (appUrl) => slack.typeLinks({ appUrl, userId, urls: [url] }));
  const message = slack.say({ text: `${url} ${random.pick(LINKS)}`, userId, channelId: world.newChannel() });
  const eventId = `Ev${randomUUID()}`;
  for (const entryPoint of ['link_shared, sent', 'link_shared, sent again'])
    await visitor.does(entryPoint, (appUrl) => slack.shareLinks({ appUrl, message, eventId }));
  const [unfurl] = message.unfurls.values();
  if (unfurl === undefined) return;
  visitor.closeModals();
  const sign = visitor.newModal();
  await press(visitor, unfurl, 'meeting_details', 'on a preview', () => sign);
  const view = visitor.topModal();
  if (view !== undefined) await visitor.awaits('meeting_details on a preview', filled(view));
  await press(visitor, unfurl, 'meeting_access', 'on a preview', ({ responseUrl }) => replied(responseUrl));
  visitor.closeModals();
}

/** The Home tab: opened, and its buttons. Slack waits for the acknowledgement alone; the tab is published when it is ready. */
export async function home(visitor: Visitor): Promise<void> {
  await openHome(visitor);
  const { slack, userId } = visitor;
  const tab = slack.homes.get(userId);
  if (tab === undefined) return;
  for (const actionId of ['meeting_home_refresh', 'meeting_home_clear']) {
    if (!visitor.has(tab, actionId)) continue;
    const where = 'on the Home tab';
    const entryPoint = `${actionId} ${where}`;
    await published(visitor, entryPoint, () => press(visitor, tab, actionId, where, () => undefined));
  }
}

/** Opens the Home tab; resolves when it is there. */
export async function openHome(visitor: Visitor): Promise<void> {
  const { slack, userId } = visitor;
  await published(visitor, 'app_home_opened', () =>
    visitor.does('app_home_opened', (appUrl) => slack.openHome({ appUrl, userId })),
  );
}

async function published(visitor: Visitor, entryPoint: string, act: () => Promise<unknown>): Promise<void> {
  const sign = calledSince(visitor.slack, 'views.publish', (args) => args.user_id === visitor.userId);
  const done = await act();
  if (done !== undefined && done !== false) await visitor.awaits(entryPoint, sign);
}
