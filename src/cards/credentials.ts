import type { Phase } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { joinWithinLimit } from './join-within-limit.ts';
import { canJoin } from './joining.ts';
import { LIMITS, shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { shownLink } from './shown-link.ts';
import type { Words } from './words/words.ts';

const NAME_MAX = 75;
const SECRET_MAX = 200;
const ROLES_SHOWN = 20;
const ACCESS_LINE_MAX = 1300;

/**
 * What a proven person needs to join, on one line of their own card: role, attendee password, passphrase. The host's password and secret are
 * in *My access* only, since a card is often on a shared screen. A stale meeting does not prove a role, so the line does not name one.
 */
export function accessLine(view: View, words: Words, phase: Phase, stale: boolean): Mrkdwn | undefined {
  if (view.audience === 'public') return undefined;
  const roles = canJoin(view, phase) ? view.ownRoles : [];
  const parts = [
    ...(stale ? [] : [mrkdwn`*${words.yourRole}* ${words.audience[view.audience]}`]),
    ...roles.slice(0, 1).map(({ name, link }) => shownLink(link, shorten(name, NAME_MAX), words)),
    ...secretParts([
      [words.attendeePassword, view.attendeePassword],
      [words.passphrase, view.passphrase],
    ]),
  ];
  if (parts.length === 0) return undefined;
  return joinWithinLimit(parts, {
    separator: ' · ',
    maxLength: ACCESS_LINE_MAX,
    maxParts: parts.length,
    more: (count) => mrkdwn`${words.more(count)}`,
  });
}

/** All passwords and addresses that this person may see, each with its label; none for the public view. */
export function secretsOf(view: View, words: Words): (readonly [string, string])[] {
  if (view.audience === 'public') return [];
  const { hostPassword, hostSecret } =
    view.audience === 'host' ? view : { hostPassword: undefined, hostSecret: undefined };
  const h323 = view.h323Addresses.slice(0, 5).join(words.listSeparator);
  const secrets: readonly (readonly [string, string | undefined])[] = [
    [words.hostPassword, hostPassword],
    [words.hostSecret, hostSecret],
    [words.attendeePassword, view.attendeePassword],
    [words.passphrase, view.passphrase],
    [words.streamPassword, view.liveStreamPassword],
    [words.h323, h323 === '' ? undefined : h323],
  ];
  return secrets.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

/** The same, a text for each field. */
export function secretFields(view: View, words: Words): Mrkdwn[] {
  return secretParts(secretsOf(view, words), mrkdwn`\n`);
}

/** The role links that this person may see: a host sees all of them and the co-host link, others their own roles. Each is a credential. */
export function ownRoleLinks(view: View, words: Words, phase: Phase): Mrkdwn | undefined {
  if (view.audience === 'public' || !canJoin(view, phase)) return undefined;
  const roles =
    view.audience === 'host'
      ? [...view.hostRoles, ...view.coHostRoles, ...view.participantRoles]
      : view.ownRoles;
  const coHostLink = view.audience === 'host' ? view.coHostLink : undefined;
  const shown = [
    ...(coHostLink === undefined ? [] : [shownLink(coHostLink, words.joinAsCoHost, words)]),
    ...roles.map(({ name, link }) => shownLink(link, shorten(name, NAME_MAX), words)),
  ];
  if (shown.length === 0) return undefined;
  const links = joinWithinLimit(shown, {
    separator: ' · ',
    maxLength: LIMITS.sectionText - 200,
    maxParts: ROLES_SHOWN,
    more: (count) => mrkdwn`${words.more(count)}`,
  });
  return mrkdwn`*${words.roleLinks}* (${words.roleLinksWarning})\n${links}`;
}

function secretParts(
  secrets: readonly (readonly [string, string | undefined])[],
  separator = mrkdwn` `,
): Mrkdwn[] {
  return secrets.flatMap(([label, value]) =>
    value === undefined ? [] : [mrkdwn`*${label}*${separator}${Mrkdwn.code(shorten(value, SECRET_MAX))}`],
  );
}
