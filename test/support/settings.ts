import type { SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import type { Person } from '../../sandbox/slack/state/people.ts';
import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import type { SettingKey } from '../../src/core/settings.ts';
import { openedHome } from './home.ts';
import { done, modalShown, press, topModal } from './interactions.ts';
import type { Stage } from './stage.ts';

type Peopled = { readonly slack: Pick<SampleWorkspace, 'people'> };

/** Who sets what, unless told otherwise. */
export const ADMIN = 'U0LUCY';

/** Slack says something else of somebody from now on. */
export function becomes({ slack }: Peopled, userId: string, given: Partial<Person>): void {
  const known = slack.people.get(userId);
  if (known === undefined) throw new Error(`${userId} is not in the directory.`);
  slack.people.set(userId, { ...known, ...given });
}

export const makesAdmin = (stage: Peopled, userId = ADMIN): void => becomes(stage, userId, { rank: 'admin' });

/** The form of the workspace, opened from an admin's Home tab. */
export async function openedSettings(stage: Stage, userId = ADMIN): Promise<StoredView> {
  stage.slack.stacks.delete(userId);
  await press(stage, await openedHome(stage, userId), 'meeting_settings');
  return topModal(stage, userId);
}

/** The form of a channel, opened by the command; what it shows where it does not open. */
export async function openedChannelSettings(
  stage: Stage,
  { channelId = 'C0TEAM', userId = ADMIN }: { readonly channelId?: string; readonly userId?: string } = {},
): Promise<StoredView> {
  const { slack, appUrl } = stage;
  slack.stacks.delete(userId);
  await done(stage, () => slack.command({ appUrl, text: 'settings', channelId, userId }));
  return topModal(stage, userId);
}

type Chosen = Readonly<Partial<Record<SettingKey, string>>>;

/** Somebody chooses this in a form and sends it; what they then read. */
export async function sends(stage: Stage, view: StoredView, values: Chosen): Promise<string> {
  const { slack, appUrl } = stage;
  await done(stage, () => slack.submitView({ appUrl, view, values }));
  return modalShown(stage, view.userId);
}

/** An admin sets something for the workspace. */
export async function setsForWorkspace(stage: Stage, values: Chosen): Promise<string> {
  makesAdmin(stage);
  return sends(stage, await openedSettings(stage), values);
}

/** A member sets something for a channel. */
export async function setsForChannel(
  stage: Stage,
  values: Chosen,
  given: { readonly channelId?: string; readonly userId?: string } = {},
): Promise<string> {
  return sends(stage, await openedChannelSettings(stage, given), values);
}

/** What a form shows as chosen. */
export function chosenIn({ blocks }: StoredView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    blocks.flatMap(({ block_id, element }) => {
      const chosen = JSON.parse(JSON.stringify(element ?? null))?.initial_option?.value;
      return chosen === undefined ? [] : [[String(block_id), String(chosen)]];
    }),
  );
}
