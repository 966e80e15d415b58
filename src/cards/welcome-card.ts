import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, section } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

/** For whoever installed the app: what to do next, and the button that opens the settings. */
export function welcomeCard({ welcome, openSettings }: Words): Card {
  const steps = welcome.steps.map((step) => mrkdwn`• ${Mrkdwn.ours(step)}`);
  return card(
    [
      section(mrkdwn`:wave: *${welcome.title}*`),
      section(Mrkdwn.join(steps, '\n')),
      actions([button({ actionId: ACTION.settings, label: openSettings })]),
    ],
    mrkdwn`${welcome.title} ${Mrkdwn.join(welcome.steps.map(Mrkdwn.ours), ' ')}`,
  );
}
