import type { SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import type { Person } from '../../sandbox/slack/state/people.ts';
import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { openedHome } from './home.ts';
import { press, topModal } from './interactions.ts';
import type { Stage } from './stage.ts';

type Peopled = { readonly slack: Pick<SampleWorkspace, 'people'> };

/** Slack says something else of somebody from now on. */
export function becomes({ slack }: Peopled, userId: string, given: Partial<Person>): void {
  const known = slack.people.get(userId);
  if (known === undefined) throw new Error(`${userId} is not in the directory.`);
  slack.people.set(userId, { ...known, ...given });
}

export const makesAdmin = (stage: Peopled, userId: string): void => becomes(stage, userId, { rank: 'admin' });

/** The form of the workspace, opened from an admin's Home tab. */
export async function openedSettings(stage: Stage, userId: string): Promise<StoredView> {
  await press(stage, await openedHome(stage, userId), 'meeting_settings');
  return topModal(stage, userId);
}
