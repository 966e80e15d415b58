import { until } from '../../../sandbox/redis/until.ts';
import type { Answer } from '../../../sandbox/slack/deliver/courier.ts';
import type { Ephemeral, StoredMessage, StoredView, Surface } from '../../../sandbox/slack/state/surfaces.ts';
import { findsAtHome, openedHome } from '../home.ts';
import { choose, done, paste, press, topModal } from '../interactions.ts';
import { messagesIn } from '../on-stage.ts';
import { buttonsIn, optionsIn } from '../reading.ts';
import type { Stage } from '../stage.ts';
import { ofMessage, type SentText, standingInChannels } from './sent-texts.ts';

/** Someone at one meeting: whatever they can do in Slack is done, and the answers over HTTP are given. */
export interface Visit {
  readonly stage: Stage;
  readonly userId: string;
  readonly eventId: string;
  readonly openLink: string;
  /** The links that make anyone who opens them the host or a co-host. */
  readonly hostLinks: readonly string[];
  readonly hostPassword: string;
}

export async function everyEntryPoint(visit: Visit): Promise<readonly SentText[]> {
  const answers: SentText[] = [];
  const note = ({ body }: Pick<Answer, 'body'>): void => void answers.push(ofMessage('answer', body));
  await commands(visit, note);
  await privateCard(visit);
  await sharedCard(visit, () => void answers.push(...standingInChannels(visit.stage)));
  await shortcuts(visit, note);
  await links(visit);
  await home(visit);
  answers.push(...standingInChannels(visit.stage));
  return answers;
}

type Note = (answer: Pick<Answer, 'body'>) => void;

async function types({ stage, userId }: Visit, text: string, channelId = 'C0TEAM') {
  const { slack, appUrl } = stage;
  return done(stage, () => slack.command({ appUrl, text, userId, channelId }));
}

async function commands(visit: Visit, note: Note): Promise<void> {
  const { eventId, openLink, hostLinks, hostPassword } = visit;
  const texts = [eventId, openLink, ...hostLinks, hostPassword, '', 'help', 'today', 'nonsense', '999999'];
  for (const text of texts) note(await types(visit, text));
  note(await types(visit, `share ${eventId}`, 'C0NOBOT'));
  await confirmIfAsked(visit, visit.stage.slack.ephemerals.at(-1));
}

/** Where people of another company read the channel, the sharer is asked first. */
async function confirmIfAsked({ stage }: Visit, surface: Surface | undefined): Promise<void> {
  for (const actionId of ['meeting_share_confirm', 'meeting_post_confirm'])
    if (surface !== undefined && buttonsIn(surface).some(({ action_id }) => action_id === actionId))
      await press(stage, surface, actionId);
}

function lastEphemeral({ stage: { slack } }: Visit): Ephemeral {
  const last = slack.ephemerals.at(-1);
  if (last === undefined) throw new Error('There is no card to press on.');
  return last;
}

async function privateCard(visit: Visit): Promise<void> {
  const { stage, eventId } = visit;
  await types(visit, eventId);
  const card = lastEphemeral(visit);
  for (const actionId of ['meeting_join_browser', 'meeting_access']) await press(stage, card, actionId);
  const isUpcoming = optionsIn(card).some((value) => value.startsWith('calendar/'));
  for (const choice of ['people', 'refresh'] as const) await choose(stage, card, choice);
  if (isUpcoming) await choose(stage, card, 'calendar');
  await press(stage, card, 'meeting_share');
  await confirmIfAsked(visit, lastEphemeral(visit));
}

async function sharedCard(visit: Visit, look: () => void): Promise<void> {
  const { stage, userId } = visit;
  const [card] = await messagesIn(stage, 'C0TEAM', 1);
  if (card === undefined) throw new Error('Nothing was shared.');
  for (const act of [
    () => press(stage, card, 'meeting_access', { userId }),
    () => choose(stage, card, 'people', { userId }),
    () => choose(stage, card, 'refresh', { userId }),
    () => press(stage, card, 'meeting_join', { userId }),
  ]) {
    await act();
    look();
  }
}

async function shortcuts(visit: Visit, note: Note): Promise<void> {
  const { stage, userId, eventId, openLink, hostLinks } = visit;
  const { slack, appUrl } = stage;
  const close = (): void => void slack.stacks.delete(userId);
  const ask = async (message: StoredMessage): Promise<void> => {
    close();
    await done(stage, () => slack.messageShortcut({ appUrl, userId, message }));
  };
  for (const channelId of ['C0TEAM', 'G0SECRET']) {
    await ask(slack.say({ text: `meeting ${eventId} ${openLink} ${hostLinks.join(' ')}`, channelId }));
    for (const act of [
      (modal: StoredView) => choose(stage, modal, 'refresh'),
      (modal: StoredView) => press(stage, modal, 'meeting_post_in_thread'),
      (modal: StoredView) => press(stage, modal, 'meeting_access'),
      (modal: StoredView) => choose(stage, modal, 'people'),
    ]) {
      slack.stacks.set(userId, (slack.stacks.get(userId) ?? []).slice(0, 1));
      await act(topModal(stage, userId));
      await confirmIfAsked(visit, topModal(stage, userId));
    }
  }
  await ask(slack.say({ text: `meeting ${eventId} and meeting 700002`, channelId: 'C0TEAM' }));
  await press(stage, topModal(stage, userId), 'meeting_details', { value: eventId });
  await ask(slack.say({ text: 'no meeting here', channelId: 'C0TEAM' }));
  close();
  for (const typed of ['words', eventId]) {
    await done(stage, () => slack.globalShortcut({ appUrl, userId }));
    const view = topModal(stage, userId);
    note(await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: typed } })));
    close();
  }
}

async function links(visit: Visit): Promise<void> {
  const { stage, userId, openLink, hostLinks } = visit;
  const { slack, appUrl } = stage;
  for (const [nth, url] of [openLink, ...hostLinks].entries()) {
    await done(stage, () => slack.typeLinks({ appUrl, userId, urls: [url] }));
    const message = await paste(stage, url, { userId, channelId: nth % 2 === 0 ? 'C0TEAM' : 'C0NOBOT' });
    for (const unfurl of message.unfurls.values()) {
      for (const actionId of ['meeting_details', 'meeting_access', 'meeting_join']) {
        slack.stacks.delete(userId);
        await press(stage, unfurl, actionId, { userId });
      }
    }
    stage.advance(31 * 60);
  }
}

async function home(visit: Visit): Promise<void> {
  const { stage, userId, eventId } = visit;
  stage.slack.stacks.delete(userId);
  const tab = await openedHome(stage, userId);
  await findsAtHome(stage, tab, eventId);
  await findsAtHome(stage, tab, 'words');
  await until('the Home tab lists the meeting', async () => {
    await types(visit, '700002');
    await types(visit, eventId);
    await press(stage, tab, 'meeting_home_refresh');
    return JSON.stringify(tab.blocks).includes(`"value":"${eventId}"`);
  });
  await press(stage, tab, 'meeting_details', { value: eventId });
  await press(stage, tab, 'meeting_home_clear');
  stage.slack.stacks.delete(userId);
}
