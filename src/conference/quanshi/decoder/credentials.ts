import { type FieldAudience, MEETING_AUDIENCE } from '../../../core/audience-table.ts';
import { type WebLink, webLink } from '../../../core/ids.ts';
import { linkKey } from '../../../core/link-key.ts';
import type { Meeting } from '../../../core/meeting.ts';
import { text } from './fields.ts';
import type { OnDropped, WireObject } from './wire-object.ts';

/** An address as the vendor wrote it that makes whoever opens it a host or a co-host. */
export interface Credential {
  readonly address: string | undefined;
  readonly audience: 'host' | 'co-host';
}

const RANK: Readonly<Record<FieldAudience, number>> = {
  limited: 0,
  anyone: 0,
  all: 0,
  attendee: 1,
  'co-host': 2,
  'own-role': 2,
  host: 3,
  internal: 4,
};

const LINKS = [
  'attendeeLink',
  'browserLink',
  'callMeLink',
  'liveStreamLink',
  'coHostLink',
  'hostLink',
] as const;
const SECRETS = [
  'conferenceId',
  'attendeePassword',
  'passphrase',
  'liveStreamPassword',
  'hostPassword',
  'hostSecret',
] as const;
const ROLES = ['participantRoles', 'coHostRoles', 'hostRoles'] as const;

type Field = (typeof LINKS | typeof SECRETS | typeof ROLES)[number];

/** An address as it was written, and as a link. An address that is not a link for a card can be a credential all the same. */
export function readAddress(
  wire: WireObject,
  name: string,
): { readonly written: string | undefined; readonly link: WebLink | undefined } {
  const written = wire.read(name, text);
  const link = written === undefined ? undefined : webLink(written);
  if (written !== undefined && link === undefined) wire.dropped(name);
  return { written, link };
}

/**
 * Removes from each field a value that also stands in a field for fewer people: an attendee link that opens the same page as the host link
 * makes anyone the host, and so does an attendee password that is also the host's. `others` are credentials that no field shows.
 */
export function withoutCredentials(
  meeting: Meeting,
  others: readonly Credential[],
  onDropped: OnDropped,
): Meeting {
  const ranks = ranksOf(meeting, others);
  const isFor = (value: string, field: Field): boolean =>
    (ranks.get(keyOf(value)) ?? 0) <= RANK[MEETING_AUDIENCE[field]];

  const link = (field: (typeof LINKS)[number]): WebLink | undefined => {
    const address = meeting[field];
    if (address === undefined || isFor(address, field)) return address;
    onDropped(`${field} (also a host's link)`);
    return undefined;
  };
  const secret = (field: (typeof SECRETS)[number]): string | undefined => {
    const value = meeting[field];
    if (value === undefined || isFor(value, field)) return value;
    onDropped(`${field} (also a secret)`);
    return undefined;
  };
  const roles = (field: (typeof ROLES)[number]): Meeting[typeof field] => {
    const open = meeting[field].filter((role) => isFor(role.link, field));
    if (open.length < meeting[field].length) onDropped("btplRole (also a host's link)");
    return open;
  };
  return {
    ...meeting,
    conferenceId: secret('conferenceId'),
    attendeeLink: link('attendeeLink'),
    browserLink: link('browserLink'),
    callMeLink: link('callMeLink'),
    liveStreamLink: link('liveStreamLink'),
    participantRoles: roles('participantRoles'),
    attendeePassword: secret('attendeePassword'),
    passphrase: secret('passphrase'),
    liveStreamPassword: secret('liveStreamPassword'),
    coHostLink: link('coHostLink'),
    coHostRoles: roles('coHostRoles'),
  };
}

/** For each value the smallest audience of a field that holds it, as a rank. */
function ranksOf(meeting: Meeting, others: readonly Credential[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const note = (value: string | undefined, audience: FieldAudience): void => {
    if (value === undefined) return;
    const key = keyOf(value);
    ranks.set(key, Math.max(ranks.get(key) ?? 0, RANK[audience]));
  };
  for (const field of [...LINKS, ...SECRETS]) note(meeting[field], MEETING_AUDIENCE[field]);
  for (const field of ROLES) for (const { link } of meeting[field]) note(link, MEETING_AUDIENCE[field]);
  for (const { address, audience } of others) note(address, audience);
  return ranks;
}

/** One key for all spellings of one link, or of one password: blanks and full-width letters make no difference where it is typed. */
function keyOf(value: string): string {
  return linkKey(value) ?? value.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
}
