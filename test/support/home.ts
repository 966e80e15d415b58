import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { callsOf, done, press } from './interactions.ts';
import { shownIn } from './reading.ts';
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

/** What somebody's Home tab shows once it has all of these texts, without being opened again. */
export function homeShowsSoon(stage: Stage, userId: string, ...texts: readonly string[]): Promise<string> {
  return stage.slack.waitFor(({ homes }) => {
    const shown = shownIn(homes.get(userId) ?? {});
    return texts.every((text) => shown.includes(text)) ? shown : undefined;
  });
}

/** The same once it has none of them. */
export function homeHidesSoon(stage: Stage, userId: string, ...texts: readonly string[]): Promise<string> {
  return stage.slack.waitFor(({ homes }) => {
    const home = homes.get(userId);
    const shown = shownIn(home ?? {});
    return home !== undefined && !texts.some((text) => shown.includes(text)) ? shown : undefined;
  });
}

/** How often a Home tab was published for somebody. */
export const publishedFor = (stage: Stage, userId: string): number =>
  callsOf(stage, 'views.publish').filter(({ args }) => args.user_id === userId).length;
