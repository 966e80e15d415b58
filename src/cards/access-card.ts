import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Audience, MeetingView } from '../core/views.ts';
import { actions, type Card, card, context, fields, section } from './blocks.ts';
import { cardAlerts } from './card-alerts.ts';
import type { CardSurface } from './card-options.ts';
import { ownRoleLinks, secretFields } from './credentials.ts';
import { joinButtons } from './joining.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { viewTitle } from './view-title.ts';
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

/** *My access*, for one person alone: their role and the reason for it, their passwords and links, and how old that is; in a modal, with its alerts. */
export function accessCard(
  view: MeetingView,
  viewer: Viewer,
  words: Words,
  now: UnixSeconds,
  basis: AccessBasis,
  surface: CardSurface = { kind: 'private' },
): Card {
  const phase = phaseAt(view, now);
  const title = shorten(viewTitle(view, words), TITLE_MAX);
  const isLimited = view.audience === 'limited';
  const audience = isLimited ? 'public' : view.audience;
  const secrets = isLimited ? [] : secretFields(view, words);
  const roles = isLimited ? undefined : ownRoleLinks(view, words, phase);
  const isHeldBack = viewer.kind === 'proven' && basis.upTo !== 'host' && audience === basis.upTo;
  const why = reason(audience, viewer, isHeldBack, words);
  const access = isHeldBack ? words.accessForNow : words.accessOf[audience];
  const from = momentToken(basis.asOf, '{date_short_pretty} {time}', view, words);
  return card(
    [
      ...cardAlerts(view, { surface, words, stale: basis.stale }, phase),
      section(mrkdwn`:key: *${access}* ${title}`),
      secrets.length > 0 ? fields(...secrets) : undefined,
      roles && section(roles),
      actions(isLimited ? [] : joinButtons(view, words, phase)),
      context(mrkdwn`${words.onlyYou} ${why} · ${basis.stale ? words.staleAsOf : words.asOf} ${from}`),
    ],
    mrkdwn`${access} ${title}${Mrkdwn.ours(words.fullStop)}${why}`,
  );
}

function reason(audience: Audience, viewer: Viewer, isHeldBack: boolean, words: Words): string {
  if (viewer.kind === 'unproven') return words.unproven[viewer.reason];
  const known = words.knownAs(viewer.name && shorten(viewer.name, TITLE_MAX), viewer.userId);
  if (isHeldBack) return `${known} ${words.rightsNotConfirmed}`;
  return audience === 'public' ? `${known} ${words.notInvited}` : known;
}
