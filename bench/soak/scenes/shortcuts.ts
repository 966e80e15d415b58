import { filled, isWaiting, type Visitor } from '../visitor.ts';
import { modalCard } from './buttons.ts';

const MESSAGES = [
  'See you in meeting 700001',
  'meeting 700002 and meeting 700010',
  'https://ntest.qsh1.cn/k/att700001',
  'no meeting here',
] as const;

/** As long as Slack lets a message be. */
const MESSAGE_MAX = 40_000;

const LONG = [
  `meeting${' '.repeat(MESSAGE_MAX - 1000)}700001`,
  `https://ntest.qsh1.cn/${'.'.repeat(MESSAGE_MAX - 1000)}`,
  `https://ntest.qsh1.cn/${'/'.repeat(MESSAGE_MAX - 1000)}`,
  `https://${'a.'.repeat((MESSAGE_MAX - 1000) / 2)}qsh1.cn/k/1`,
  'meeting 1 '.repeat((MESSAGE_MAX - 1000) / 10),
] as const;

async function detailsOf(visitor: Visitor, entryPoint: string, text: string): Promise<void> {
  const { slack, userId } = visitor;
  visitor.closeModals();
  const message = slack.say({ text, userId });
  const sign = visitor.newModal();
  const answer = await visitor.does(
    entryPoint,
    (appUrl) => slack.messageShortcut({ appUrl, message, userId }),
    () => sign,
  );
  const view = visitor.topModal();
  if (answer === undefined || view === undefined) return;
  if (await visitor.awaits(entryPoint, filled(view))) await modalCard(visitor);
}

export const messageShortcut = (visitor: Visitor) =>
  detailsOf(visitor, 'message shortcut', visitor.random.pick(MESSAGES));

export const longMessage = (visitor: Visitor) =>
  detailsOf(visitor, 'message shortcut, long message', visitor.random.pick(LONG));

/** The find form: opened, sent with a mistake, sent right. */
export async function findForm(visitor: Visitor): Promise<void> {
  const { slack, userId } = visitor;
  visitor.closeModals();
  const sign = visitor.newModal();
  const answer = await visitor.does(
    'global shortcut',
    (appUrl) => slack.globalShortcut({ appUrl, userId }),
    () => sign,
  );
  const view = visitor.topModal();
  if (answer === undefined || view === undefined) return;
  for (const typed of ['?', visitor.world.coldMeeting()]) {
    const values = { meeting_find: typed };
    const sent = await visitor.does('find form', (appUrl) => slack.submitView({ appUrl, view, values }));
    if (sent !== undefined && isWaiting(sent.text)) await visitor.awaits('find form', filled(view));
  }
  await modalCard(visitor);
}
