import type { Button } from '@slack/types';
import type { Phase } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { button } from './blocks.ts';
import { joinFitting } from './fitting.ts';
import { LIMITS, shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const ROLES_SHOWN = 12;
const NAME_MAX = 75;

/** Whether there is anything to join online: not when over, called off, or on site only. */
export function canJoin(view: View, phase: Phase): boolean {
  return !view.onSiteOnly && (phase === 'upcoming' || phase === 'live');
}

/** The one primary button, and the browser's beside it; none where there is nothing to join. */
export function joinButtons(view: View, words: Words, phase: Phase): Button[] {
  if (!canJoin(view, phase)) return [];
  const title = view.title || words.untitled;
  const main = view.attendeeLink;
  const browser = view.browserLink;
  return [
    main &&
      button({
        actionId: ACTION.join,
        label: words.join,
        url: main,
        primary: true,
        spoken: words.joinNamed(title),
      }),
    browser &&
      button({
        actionId: ACTION.joinInBrowser,
        label: words.joinInBrowser,
        url: browser,
        primary: main === undefined,
      }),
  ].filter((made) => made !== undefined);
}

/** Role links that all may see, by the role's name. */
export function roleLinks(view: View, words: Words, phase: Phase): Mrkdwn | undefined {
  if (!canJoin(view, phase) || view.participantRoles.length === 0) return undefined;
  const links = joinFitting(
    view.participantRoles.map(({ name, link }) => Mrkdwn.link(link, shorten(name, NAME_MAX))),
    {
      separator: ' · ',
      maxLength: LIMITS.sectionText - 100,
      maxParts: ROLES_SHOWN,
      more: (count) => mrkdwn`${words.moreRoles(count)}`,
    },
  );
  return mrkdwn`*${words.joinAs}* ${links}`;
}

/** The other ways in that all may use: being called, watching the stream. */
export function otherWays(view: View, words: Words, phase: Phase): Mrkdwn | undefined {
  if (!canJoin(view, phase)) return undefined;
  const links = [
    view.callMeLink && Mrkdwn.link(view.callMeLink, words.callMe),
    view.liveStreamLink && Mrkdwn.link(view.liveStreamLink, words.liveStream),
  ].filter((made) => made !== undefined);
  const fitting = links.filter(({ length }) => length < LIMITS.sectionText / 2 - 100);
  return fitting.length === 0 ? undefined : mrkdwn`*${words.also}* ${Mrkdwn.join(fitting, ' · ')}`;
}
