import { actor } from '../../sandbox/slack/deliver/desk.ts';
import { clickInView } from '../../sandbox/slack/payloads/block-actions.ts';
import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { viewObject } from '../../sandbox/slack/state/view-store.ts';
import { done } from './interactions.ts';
import { FORM, post, signed } from './post.ts';
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
  const { slack } = stage;
  const payload = clickInView({
    identity: slack.identity,
    user: actor(slack, home.userId),
    triggerId: slack.triggers.mint(home.userId),
    action: {
      type: 'plain_text_input',
      block_id: 'reference',
      action_id: 'meeting_find',
      value: typed,
      action_ts: slack.nextTs(),
    },
    view: viewObject(home, slack),
  });
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  await done(stage, () => post(stage.appUrl, signed(body, FORM, { nowMs: stage.now() })));
}
