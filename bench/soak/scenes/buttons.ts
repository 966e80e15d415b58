import type { ClickAnswer } from '../../../sandbox/slack/deliver/click.ts';
import { textAt } from '../../../sandbox/slack/fields.ts';
import type { Surface } from '../../../sandbox/slack/state/surfaces.ts';
import { filled, replied, type Sign, shared, updated, type Visitor } from '../visitor.ts';
import { choose, optionOf } from './choose.ts';
import { find, types } from './commands.ts';

/** A press on a button that the surface has; resolves with false if it has none, or if it had no result. */
export async function press(
  visitor: Visitor,
  surface: Surface,
  actionId: string,
  where: string,
  signOf: (answer: ClickAnswer) => Sign | undefined = ({ responseUrl }) => replied(responseUrl),
): Promise<boolean> {
  if (!visitor.has(surface, actionId)) return false;
  const { slack, userId } = visitor;
  const answer = await visitor.does(
    `${actionId} ${where}`,
    (appUrl) => slack.click({ appUrl, surface, actionId, userId }),
    signOf,
  );
  return answer !== undefined;
}

/** What is seen may be there before the acknowledgement has arrived, so the sign is made before the press. */
const shows = (sign: Sign) => () => sign;

/** A card of one's own, and every button on it. */
export async function privateCard(visitor: Visitor): Promise<void> {
  await find(visitor);
  const card = visitor.lastEphemeral();
  if (card === undefined) return;
  for (const actionId of ['meeting_join', 'meeting_join_browser'])
    await press(visitor, card, actionId, 'on a private card', () => undefined);
  await press(visitor, card, 'meeting_access', 'on a private card');
  const isShared = shared(visitor);
  await press(visitor, card, 'meeting_share', 'on a private card', ({ responseUrl }) =>
    isShared(responseUrl),
  );
  await people(visitor, card, 'on a private card');
  await choose(visitor, card, 'refresh', 'on a private card');
}

/** *Add to calendar*: a file as a direct message from one process, a link from the other. */
export async function calendar(visitor: Visitor): Promise<void> {
  await types(visitor, '/meeting <number>', '700002');
  const card = visitor.lastEphemeral();
  if (card === undefined) return;
  const link = textAt(optionOf(card, 'calendar-link') ?? {}, 'url');
  if (link === undefined) {
    await choose(visitor, card, 'calendar', 'on a private card');
    return;
  }
  await visitor.does('GET /calendar', async () => {
    const since = performance.now();
    const { pathname, search } = new URL(link);
    const response = await fetch(`${visitor.world.apps.urlOf(1)}${pathname}${search}`, {
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    const text = (await response?.text().catch(() => '')) ?? '';
    const ms = performance.now() - since;
    return {
      status: isHonest(response?.status) ? 200 : (response?.status ?? 0),
      headers: {},
      text,
      body: undefined,
      ms,
    };
  });
}

/** A calendar file, or a message that there is none while the conference service fails. */
function isHonest(status: number | undefined): boolean {
  return status === 200 || status === 404 || status === 502 || status === 503 || status === 504;
}

/** The latest card in the channel, pressed by another person. */
export async function sharedCard(visitor: Visitor): Promise<void> {
  const card = visitor.slack.channels
    .get('C0TEAM')
    ?.messages.findLast(({ userId, blocks }) => userId === 'U0BOT' && blocks.length > 0);
  if (card === undefined) return;
  await press(visitor, card, 'meeting_access', 'on a shared card');
  await people(visitor, card, 'on a shared card');
  await choose(visitor, card, 'refresh', 'on a shared card');
}

/** The modal of a meeting: every button in it, those that open another modal last. */
export async function modalCard(visitor: Visitor): Promise<void> {
  const view = visitor.topModal();
  if (view === undefined) return;
  await choose(visitor, view, 'refresh', 'in a modal', shows(updated(view)));
  await press(visitor, view, 'meeting_post_in_thread', 'in a modal', shows(updated(view)));
  await press(visitor, view, 'meeting_access', 'in a modal', shows(visitor.newModal()));
  visitor.closeModals();
}

/** *People*, and through its pages and back. */
export async function people(visitor: Visitor, surface: Surface, where: string): Promise<void> {
  visitor.closeModals();
  if (!(await choose(visitor, surface, 'people', where, shows(visitor.newModal())))) return;
  const view = visitor.topModal();
  if (view === undefined || !(await visitor.awaits(`people ${where}`, filled(view)))) return;
  await press(visitor, view, 'meeting_people_page', 'in the modal', shows(updated(view)));
  await press(visitor, view, 'meeting_people_page_back', 'in the modal', shows(updated(view)));
  visitor.closeModals();
}

/** The people of the sample meeting that fills pages. */
export async function manyPeople(visitor: Visitor): Promise<void> {
  await types(visitor, '/meeting <number>', '700010');
  const card = visitor.lastEphemeral();
  if (card !== undefined) await people(visitor, card, 'of a huge meeting');
}
