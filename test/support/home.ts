import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { done, press } from './interactions.ts';
import type { Stage } from './stage.ts';

/** Someone's Home tab, opened, as the app has published it. */
export async function openedHome(stage: Stage, userId: string): Promise<StoredView> {
  await done(stage, () => stage.slack.openHome({ appUrl: stage.appUrl, userId }));
  const home = stage.slack.homes.get(userId);
  if (home === undefined) throw new Error(`Nothing was published for ${userId}.`);
  return home;
}

/** Someone types into the find field of their Home tab and presses Enter. */
export async function findsAtHome(stage: Stage, home: StoredView, typed: string): Promise<void> {
  await press(stage, home, 'meeting_find', { typed });
}
