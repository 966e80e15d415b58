import { until } from '../../../sandbox/redis/until.ts';
import type { Answer } from '../../../sandbox/slack/deliver/courier.ts';
import type { Ephemeral, StoredMessage, Surface } from '../../../sandbox/slack/state/surfaces.ts';
import { opensFlexpane } from '../flexpane.ts';
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
  /** Where it is done. */
  readonly places?: Places;
  /** Only invited people see meetings. `hidden`: and this person is not invited; `shown`: and they are. */
  readonly limited?: 'hidden' | 'shown';
}

type Act = `meeting_${string}` | 'people' | 'refresh';

/**
 * What this person can do on a card, by its buttons and by its menu; one for a channel offers the least where only invited people see meetings.
 */
function actsOf(
  { stage, userId, limited }: Visit,
  surface: 'own' | 'shared',
  all: readonly Act[],
): ((card: Surface) => Promise<unknown>)[] {
  const isLimited = limited === 'hidden' || (limited === 'shown' && surface === 'shared');
  const least: readonly Act[] = ['meeting_details', 'meeting_access', 'refresh'];
  return all
    .filter((act) => !isLimited || least.includes(act))
    .map((act) =>
      act === 'people' || act === 'refresh'
        ? (card) => choose(stage, card, act, { userId })
        : (card) => press(stage, card, act, { userId }),
    );
}

/** Channels: one with the app in it, and a public and a private one without it. */
export interface Places {
  readonly team: string;
  readonly noBot: string;
  readonly secret: string;
}

const USUAL: Places = { team: 'C0TEAM', noBot: 'C0NOBOT', secret: 'G0SECRET' };

const placesOf = ({ places = USUAL }: Visit): Places => places;

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

async function types(visit: Visit, text: string, channelId = placesOf(visit).team) {
  const { stage, userId } = visit;
  const { slack, appUrl } = stage;
  return done(stage, () => slack.command({ appUrl, text, userId, channelId }));
}

async function commands(visit: Visit, note: Note): Promise<void> {
  const { eventId, openLink, hostLinks, hostPassword } = visit;
  const known = [eventId, openLink, ...hostLinks, hostPassword];
  const texts = [...known, '', 'help', 'today', 'Marked', 'nonsense', '999999'];
  for (const text of texts) note(await types(visit, text));
  note(await types(visit, `share ${eventId}`, placesOf(visit).noBot));
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
  for (const act of actsOf(visit, 'own', ['meeting_join_browser', 'meeting_access', 'people', 'refresh']))
    await act(card);
  const isUpcoming = optionsIn(card).some((value) => value.startsWith('calendar/'));
  if (isUpcoming) await choose(stage, card, 'calendar');
  if (visit.limited === 'hidden') await types(visit, `share ${eventId}`);
  else await press(stage, card, 'meeting_share');
  await confirmIfAsked(visit, lastEphemeral(visit));
}

async function sharedCard(visit: Visit, look: () => void): Promise<void> {
  const { stage } = visit;
  const [card] = await messagesIn(stage, placesOf(visit).team, 1);
  if (card === undefined) throw new Error('Nothing was shared.');
  for (const act of actsOf(visit, 'shared', ['meeting_access', 'people', 'refresh', 'meeting_join'])) {
    await act(card);
    look();
  }
}

async function shortcuts(visit: Visit, note: Note): Promise<void> {
  const { stage, userId, eventId, openLink, hostLinks } = visit;
  const { slack, appUrl } = stage;
  const { team, secret } = placesOf(visit);
  const close = (): void => void slack.stacks.delete(userId);
  const ask = async (message: StoredMessage): Promise<void> => {
    close();
    await done(stage, () => slack.messageShortcut({ appUrl, userId, message }));
  };
  for (const channelId of [team, secret]) {
    await ask(slack.say({ text: `meeting ${eventId} ${openLink} ${hostLinks.join(' ')}`, channelId }));
    const all = ['refresh', 'meeting_post_in_thread', 'meeting_access', 'people'] as const;
    for (const act of actsOf(visit, 'own', all)) {
      slack.stacks.set(userId, (slack.stacks.get(userId) ?? []).slice(0, 1));
      await act(topModal(stage, userId));
      await confirmIfAsked(visit, topModal(stage, userId));
    }
  }
  await ask(slack.say({ text: `meeting ${eventId} and meeting 700002`, channelId: team }));
  await press(stage, topModal(stage, userId), 'meeting_details', { value: eventId });
  await ask(slack.say({ text: 'no meeting here', channelId: team }));
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
  const { team, noBot } = placesOf(visit);
  for (const [nth, url] of [openLink, ...hostLinks].entries()) {
    await done(stage, () => slack.typeLinks({ appUrl, userId, urls: [url] }));
    const message = await paste(stage, url, { userId, channelId: nth % 2 === 0 ? team : noBot });
    for (const unfurl of message.unfurls.values()) {
      const all = ['meeting_details', 'meeting_access', 'meeting_join'] as const;
      for (const act of actsOf(visit, 'shared', all)) {
        slack.stacks.delete(userId);
        await act(unfurl);
      }
    }
    stage.advance(31 * 60);
  }
  // Slack asks for it where Work Objects are switched on.
  await opensFlexpane(stage, userId, { url: openLink, eventId: visit.eventId });
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
