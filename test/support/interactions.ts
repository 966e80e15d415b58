import type { ClickGiven } from '../../sandbox/slack/deliver/click.ts';
import type { StoredView, Surface, Unfurl } from '../../sandbox/slack/state/surfaces.ts';
import type { MoreOption } from '../../src/cards/more-menu.ts';
import { optionsIn, shownIn } from './reading.ts';
import type { RunningApp, Stage } from './stage.ts';

const endings = ({ log }: Pick<RunningApp, 'log'>): number =>
  log.of('answered').length + log.of('answer-failed').length;

/**
 * Does something in Slack, and waits until the app is done with all that it caused. What was done before has to be over: its end would be
 * taken for that of this.
 */
export async function done<T>(app: Pick<RunningApp, 'log'>, act: () => Promise<T>): Promise<T> {
  const before = endings(app);
  const given = await act();
  await app.log.until('the app is done with it', () => endings(app) > before);
  return given;
}

/** Someone presses a button, and the app does what it causes. */
export function press(
  stage: Stage,
  surface: Surface,
  actionId: string,
  given: Omit<Partial<ClickGiven>, 'surface' | 'actionId'> = {},
) {
  return done(stage, () => stage.slack.click({ appUrl: stage.appUrl, surface, actionId, ...given }));
}

/** Someone chooses something in the menu of a card, by what its value begins with, and the app does what it causes. */
export function choose(
  stage: Stage,
  surface: Surface,
  choice: MoreOption,
  given: { readonly userId?: string } = {},
) {
  const option = optionsIn(surface).find((value) => value.startsWith(`${choice}/`));
  if (option === undefined) throw new Error(`The menu of this ${surface.kind} does not offer ${choice}.`);
  return press(stage, surface, 'meeting_more', { option, ...given });
}

/** The modal that someone has on top. */
export function topModal({ slack }: Stage, userId: string): StoredView {
  const view = slack.views.get(slack.stacks.get(userId)?.at(-1) ?? '');
  if (view === undefined) throw new Error(`${userId} has no modal open.`);
  return view;
}

/** What someone reads in the modal on top. */
export function modalShown(stage: Stage, userId: string): string {
  return shownIn(topModal(stage, userId));
}

/** Someone sends a message, and the app is told of its links. */
export async function paste(
  stage: Stage,
  text: string,
  given: { readonly userId?: string; readonly channelId?: string; readonly threadTs?: string } = {},
) {
  const message = stage.slack.say({ text, ...given });
  await done(stage, () => stage.slack.shareLinks({ appUrl: stage.appUrl, message }));
  return message;
}

/** The one preview under a message. */
export function onlyUnfurl({ unfurls }: { readonly unfurls: ReadonlyMap<string, Unfurl> }): Unfurl {
  const [unfurl, ...others] = unfurls.values();
  if (unfurl === undefined || others.length > 0)
    throw new Error(`There are ${unfurls.size} previews, not one.`);
  return unfurl;
}

/** Someone chooses *Show meeting details* in the menu of a message that says this. */
export async function asksForDetails(
  stage: Stage,
  text: string,
  given: { readonly userId?: string; readonly channelId?: string; readonly threadTs?: string } = {},
) {
  const message = stage.slack.say({ text, ...given });
  const { userId = 'U0HAN' } = given;
  await done(stage, () => stage.slack.messageShortcut({ appUrl: stage.appUrl, message, userId }));
  return message;
}

/** How often a method of Slack's was called. */
export function callsOf({ slack }: Stage, method: string) {
  return slack.calls.filter((call) => call.method === method);
}
