import { clickables } from '../../../sandbox/slack/deliver/find-button.ts';
import { textAt } from '../../../sandbox/slack/fields.ts';
import { calledSince, replied, type Visitor } from '../visitor.ts';
import { press } from './buttons.ts';
import { choose } from './choose.ts';
import { types } from './commands.ts';
import { openHome } from './events.ts';

/** Nobody shares this one, so each reminder of it is asked for by one person. */
const REMINDED = '700002';
const CHANGED = 700_001;

/** *Remind me* in the menu of a card that only one person sees, and *Undo* on their Home tab. */
export async function remindAndUndo(visitor: Visitor): Promise<void> {
  await types(visitor, '/meeting <number>', REMINDED);
  const card = visitor.lastEphemeral();
  if (card === undefined) return;
  if (!(await choose(visitor, card, 'remind', 'on a private card'))) return;
  const question = visitor.lastEphemeral();
  if (question === undefined) return;
  await press(visitor, question, 'meeting_remind_10', 'on the question how long before');
  await openHome(visitor);
  const { slack, userId } = visitor;
  const tab = slack.homes.get(userId);
  const [undo] = clickables(tab?.blocks ?? []).filter(
    ({ element }) => textAt(element, 'action_id') === 'meeting_remind_undo',
  );
  const value = undo === undefined ? undefined : textAt(undo.element, 'value');
  if (tab === undefined || value === undefined) return;
  await visitor.does('Undo on the Home tab', (appUrl) =>
    slack.click({ appUrl, surface: tab, actionId: 'meeting_remind_undo', value, userId }),
  );
}

/** *Remove this card* on one that this person shared. */
export async function removeCard(visitor: Visitor): Promise<void> {
  const { slack, userId } = visitor;
  const card = [...slack.channels.values()]
    .flatMap(({ messages }) => messages)
    .findLast(({ userId: by, blocks }) => by === 'U0BOT' && JSON.stringify(blocks).includes(`<@${userId}>`));
  if (card === undefined) return;
  const { channelId, ts } = card;
  const deleted = calledSince(slack, 'chat.delete', (args) => args.channel === channelId && args.ts === ts);
  await choose(
    visitor,
    card,
    'remove',
    'on a shared card',
    ({ responseUrl }) =>
      (state) =>
        deleted(state) || replied(responseUrl)(state),
  );
}

/** The vendor changes a title and says so. */
export async function pushEvent(visitor: Visitor): Promise<void> {
  const { world, random } = visitor;
  world.rename(CHANGED, `Weekly ${random.below(1000)}`);
  const body = `{"method":"update","msgId":"${visitor.userId}-${random.below(1_000_000_000)}","event":{"eventId":${CHANGED}}}`;
  await visitor.does('POST /conference/events', async (appUrl) => {
    const since = performance.now();
    const response = await fetch(`${appUrl}/conference/events/${world.pushSecret}`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    // Without Redis an event cannot be noted, and the vendor is told to send it again.
    const status = response?.status === 503 ? 200 : (response?.status ?? 0);
    return { status, headers: {}, text: '', body: undefined, ms: performance.now() - since };
  });
}
