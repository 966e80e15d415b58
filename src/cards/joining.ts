import type { Phase } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { type ButtonOptions, button } from './blocks.ts';
import { joinWithinLimit } from './join-within-limit.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { ButtonElement } from './readonly-blocks.ts';
import { shownLink } from './shown-link.ts';
import type { Words } from './words/words.ts';

const ROLES_SHOWN = 12;
const ROLES_MAX = 1500;
const NAME_MAX = 75;

/** Whether the meeting can be joined online: not if it is over, cancelled, or on site only. */
export function canJoin(view: View, phase: Phase): boolean {
  return !view.onSiteOnly && (phase === 'upcoming' || phase === 'live');
}

/** The buttons that join the meeting, the person's own first. The first one is the card's primary button. */
export function joinButtons(view: View, words: Words, phase: Phase): ButtonElement[] {
  if (!canJoin(view, phase)) return [];
  const accessibilityLabel = words.joinNamed(view.title || words.untitled);
  const own = ownButton(view, words);
  const ways = [
    own,
    view.attendeeLink && {
      actionId: ACTION.join,
      label: words.join,
      url: view.attendeeLink,
      accessibilityLabel,
    },
    view.browserLink && { actionId: ACTION.joinInBrowser, label: words.joinInBrowser, url: view.browserLink },
  ].filter((way) => way !== undefined);
  return ways.map((way, index) => button(way, index === 0));
}

/** The two nearest ways in, for a card's row of buttons: the person's own or *Join*, and the browser's. *My access* has the others. */
export function nearestWays(view: View, words: Words, phase: Phase): ButtonElement[] {
  const [first, ...others] = joinButtons(view, words, phase);
  const inBrowser = others.find(({ action_id }) => action_id === ACTION.joinInBrowser);
  return [first, inBrowser].filter((way) => way !== undefined);
}

/** The button of a host or a co-host. */
function ownButton(view: View, words: Words): ButtonOptions | undefined {
  if (view.audience === 'host' && view.hostLink !== undefined) {
    return { actionId: ACTION.joinAsHost, label: words.startAsHost, url: view.hostLink };
  }
  if (view.audience === 'co-host' && view.coHostLink !== undefined) {
    return { actionId: ACTION.joinAsCoHost, label: words.joinAsCoHost, url: view.coHostLink };
  }
  return undefined;
}

/** The role links that everybody may see, by the role's name. */
export function roleLinks(view: View, words: Words, phase: Phase): Mrkdwn | undefined {
  if (!canJoin(view, phase) || view.participantRoles.length === 0) return undefined;
  const links = joinWithinLimit(
    view.participantRoles.map(({ name, link }) => shownLink(link, shorten(name, NAME_MAX), words)),
    {
      separator: ' · ',
      maxLength: ROLES_MAX,
      maxParts: ROLES_SHOWN,
      more: (count) => mrkdwn`${words.more(count)}`,
    },
  );
  return mrkdwn`*${words.joinAs}* ${links}`;
}

/** The other links that everybody may use: a call back, and the live stream. */
export function otherWays(view: View, words: Words, phase: Phase): Mrkdwn | undefined {
  if (!canJoin(view, phase)) return undefined;
  const links = [
    view.callMeLink && shownLink(view.callMeLink, words.callMe, words),
    view.liveStreamLink && shownLink(view.liveStreamLink, words.liveStream, words),
  ].filter((made) => made !== undefined);
  return links.length === 0 ? undefined : mrkdwn`*${words.also}* ${Mrkdwn.join(links, ' · ')}`;
}
