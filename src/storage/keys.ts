import { createHmac } from 'node:crypto';
import type { EventId, HostPassword, VendorUserId } from '../core/ids.ts';
import type { ComparableLink, LinkKey } from '../core/link-key.ts';
import type { Person } from '../core/person.ts';
import type { TenantId } from '../core/tenant.ts';

/** Every key that this app writes for one tenant. Passwords, links and e-mails appear as a keyed hash, never in clear. */
export interface Keys {
  readonly meeting: (eventId: EventId) => string;
  /** The page of a link. */
  readonly link: (link: LinkKey) => string;
  /** A link with its query and fragment. */
  readonly wholeLink: (link: ComparableLink) => string;
  readonly hostPassword: (password: HostPassword) => string;
  /** Who a Slack user is. */
  readonly profile: (person: Person) => string;
  /** What a person looked up lately. */
  readonly recent: (person: Person) => string;
  /** A vendor user's meetings in a span of time. */
  readonly agenda: (userId: VendorUserId, from: number, to: number) => string;
  /** An event of Slack's that some process takes care of. */
  readonly slackEvent: (eventId: string) => string;
  /** A meeting that was unfurled in a channel. */
  readonly unfurled: (channelId: string, eventId: EventId) => string;
  /** The message in which it was. */
  readonly unfurledIn: (channelId: string, eventId: EventId, messageTs: string) => string;
  /** What a person spent of their lookups. */
  readonly spent: (person: Person) => string;
  /** How often the vendor was asked for a vendor user's agenda. */
  readonly agendaAsked: (userId: VendorUserId) => string;
  /** Who asks the vendor just now for what lies under another key of this builder. */
  readonly lease: (key: string) => string;
  /** Who changes just now what lies under another key of this builder. */
  readonly changing: (key: string) => string;
  /** What came of the question that was asked under a lease of this builder. */
  readonly outcome: (lease: string) => string;
}

/** The app's namespace in a Redis that others use too, and the version of the keys: what an older version wrote counts as absent. */
const NAMESPACE = 'meeting-cards:2';
const HASH_CHARACTERS = 32;

/** The digests of a person's keys are needed at each of their requests. */
const DIGESTS_KEPT = 10_000;

/** The only builder of storage keys. Two tenants have no key in common. */
export type KeysFor = (tenant: TenantId) => Keys;

/**
 * Each key is namespace, tenant, kind and value. `secret` keys the hashes. What stands in braces decides the slot of a Redis Cluster
 * (redis.io, cluster specification, "Hash tags"), so that keys which are used together, such as a meeting and its lease, lie on one node.
 */
export function storageKeys(secret: Buffer): KeysFor {
  return (tenant) => keysOf(tenant, secret);
}

function keysOf(tenant: TenantId, secret: Buffer): Keys {
  const prefix = `${NAMESPACE}:${tenant}`;
  const known = new Map<string, string>();
  const digestOf = (kind: string, value: string): string => {
    const text = `${tenant}:${kind}:${value}`;
    const before = known.get(text);
    if (before !== undefined) return before;
    const digest = createHmac('sha256', secret).update(text).digest('base64url').slice(0, HASH_CHARACTERS);
    if (known.size >= DIGESTS_KEPT) known.clear();
    known.set(text, digest);
    return digest;
  };
  const hashed = (kind: string, value: string): string => `${prefix}:${kind}:{${digestOf(kind, value)}}`;
  return {
    meeting: (eventId) => `${prefix}:meeting:{${eventId}}`,
    link: (link) => hashed('link', link),
    wholeLink: ({ key, tail }) => hashed('whole-link', key + tail),
    hostPassword: (password) => hashed('host-password', password),
    profile: ({ teamId, userId }) => hashed('profile', `${teamId}/${userId}`),
    recent: ({ teamId, userId }) => hashed('recent', `${teamId}/${userId}`),
    agenda: (userId, from, to) => hashed('agenda', `${userId}/${from}/${to}`),
    slackEvent: (eventId) => hashed('slack-event', eventId),
    unfurled: (channelId, eventId) => hashed('unfurled', `${channelId}/${eventId}`),
    unfurledIn: (channelId, eventId, messageTs) =>
      hashed('unfurled-in', `${channelId}/${eventId}/${messageTs}`),
    spent: ({ teamId, userId }) => hashed('spent', `${teamId}/${userId}`),
    agendaAsked: (userId) => hashed('agenda-asked', userId),
    lease: (key) => `${key}:lease`,
    changing: (key) => `${key}:changing`,
    outcome: (lease) => `${lease}:outcome`,
  };
}
