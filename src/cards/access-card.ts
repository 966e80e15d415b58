import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Audience, View } from '../core/views.ts';
import { actions, type Card, card, context, fields, section } from './blocks.ts';
import { ownRoleLinks, secretFields } from './credentials.ts';
import { joinButtons } from './joining.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 300;

/** The stored meeting that decides somebody's access. */
export interface AccessBasis {
  /** When the vendor described it. */
  readonly asOf: UnixSeconds;
  /** The conference service does not answer, so it could not be renewed. */
  readonly stale: boolean;
  /** The highest audience that it proves: `host`, if it is fresh enough. */
  readonly upTo: Audience;
}

/** *My access*, for one person alone: their role and the reason for it, their passwords and links, and how old that is. */
export function accessCard(
  view: View,
  viewer: Viewer,
  words: Words,
  now: UnixSeconds,
  basis: AccessBasis,
): Card {
  const phase = phaseAt(view, now);
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const secrets = secretFields(view, words);
  const roles = ownRoleLinks(view, words, phase);
  const isHeldBack = viewer.kind === 'proven' && basis.upTo !== 'host' && view.audience === basis.upTo;
  const why = reason(view, viewer, isHeldBack, words);
  const access = isHeldBack ? words.accessForNow : words.accessOf[view.audience];
  const from = momentToken(basis.asOf, '{date_short_pretty} {time}', view, words);
  return card(
    [
      section(mrkdwn`:key: *${access}* ${title}`),
      secrets.length > 0 ? fields(...secrets) : undefined,
      roles && section(roles),
      actions(joinButtons(view, words, phase)),
      context(mrkdwn`${words.onlyYou} ${why} · ${basis.stale ? words.staleAsOf : words.asOf} ${from}`),
    ],
    mrkdwn`${access} ${title}${Mrkdwn.ours(words.fullStop)}${why}`,
  );
}

function reason(view: View, viewer: Viewer, isHeldBack: boolean, words: Words): string {
  if (viewer.kind === 'unproven') return words.unproven[viewer.reason];
  const known = words.knownAs(viewer.name && shorten(viewer.name, TITLE_MAX), viewer.userId);
  if (isHeldBack) return `${known} ${words.rightsNotConfirmed}`;
  return view.audience === 'public' ? `${known} ${words.notInvited}` : known;
}
