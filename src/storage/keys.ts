import { createHmac } from 'node:crypto';
import type { EventId, HostPassword, VendorUserId } from '../core/ids.ts';
import type { ComparableLink, LinkKey } from '../core/link-key.ts';
import type { OtherNumber } from '../core/other-number.ts';
import type { Person } from '../core/person.ts';
import type { AccountId, TenantId } from '../core/tenant.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';

/** The keys of what follows from what the vendor said to one account. Passwords, links and e-mails appear as a keyed hash, never in clear. */
interface AccountKeys {
  readonly meeting: (eventId: EventId) => string;
  /** The page of a link. */
  readonly link: (link: LinkKey) => string;
  /** A link with its query and fragment. */
  readonly wholeLink: (link: ComparableLink) => string;
  readonly hostPassword: (password: HostPassword) => string;
  readonly otherNumber: (number: OtherNumber) => string;
  /** That a search of this place for a link had no result. */
  readonly searched: (place: string, link: ComparableLink) => string;
  /** The meetings that run now of which the links are known. */
  readonly liveSearched: () => string;
  /** How often the vendor was asked for such a meeting. */
  readonly liveAsked: () => string;
  /** Who a Slack user is. */
  readonly profile: (person: Person) => string;
  /** What a person looked up recently. */
  readonly recent: (person: Person) => string;
  /** A vendor user's meetings in a span of time. */
  readonly agenda: (userId: VendorUserId, from: number, to: number) => string;
  /** How often the vendor was asked for a vendor user's agenda. */
  readonly agendaAsked: (userId: VendorUserId) => string;
  /** The meetings that run now. */
  readonly live: () => string;
  /** A meeting that was unfurled in a channel. */
  readonly unfurled: (channelId: string, eventId: EventId) => string;
  /** The message in which it was. */
  readonly unfurledIn: (channelId: string, eventId: EventId, messageTs: string) => string;
}

/** Every key that this app writes for one tenant. */
export interface Keys extends AccountKeys {
  /** That a person has their Home tab open, and what it shows. */
  readonly openHome: (person: Person) => string;
  /** How many Home tabs of the workspace were built again since their person acted. */
  readonly homesUpdated: () => string;
  /** That Slack was asked again what a person is to the workspace. */
  readonly standingAsked: (person: Person) => string;
  /** How often Slack was asked again, for Home tabs, what people are to the workspace. */
  readonly standingsAsked: () => string;
  /** An event of Slack's that some process handles. */
  readonly slackEvent: (eventId: string) => string;
  /** The lookups that a person consumed. */
  readonly consumed: (person: Person) => string;
  /** The links that a person pasted. */
  readonly pasted: (person: Person) => string;
  /** The links that were pasted in the whole workspace. */
  readonly pastedByAll: () => string;
  /** How often an account was tried before it was connected. */
  readonly accountTried: () => string;
  /** A meeting that cards follow, and those cards. */
  readonly tracked: (eventId: EventId) => string;
  /** A card's name, or a thread's, within what `tracked` stores. */
  readonly cardId: (channelId: string, messageTs: string, url: string | undefined) => string;
  /** That the vendor said that something happened to a meeting. */
  readonly hint: (eventId: EventId) => string;
  /** A push event of the vendor's that was taken. */
  readonly pushEvent: (messageId: string) => string;
  /** The reminders of a meeting. */
  readonly reminders: (eventId: EventId) => string;
  /** Which reminders a person has. */
  readonly remindersOf: (person: Person) => string;
  /** A person's name within what `reminders` stores. */
  readonly reminded: (person: Person) => string;
  /** What was set for the workspace and for its channels. */
  readonly settings: string;
  /** A channel's form of settings, as it was opened by a person: what the form carries must say the same. */
  readonly channelForm: (channelId: string, person: Person) => string;
  /** The due times of the cards that wait to be updated. */
  readonly lane: string;
  /** Until when Slack said that the lane waits. */
  readonly laneWait: string;
  /** The updates that were sent to Slack within a minute. */
  readonly updates: string;
  /** That a workspace does not take a kind of block. */
  readonly blockOff: (kind: 'alert' | 'container') => string;
  /** The lease of the process that asks the vendor for what is stored under another key of this builder. */
  readonly lease: (key: string) => string;
  /** The lease of the process that changes what is stored under another key of this builder. */
  readonly changing: (key: string) => string;
  /** The outcome of the question that was asked under a lease of this builder. */
  readonly outcome: (lease: string) => string;
}

/** The app's namespace in a Redis that others use too, and the version of the keys: what an older version wrote counts as absent. */
const NAMESPACE = 'meeting-cards:2';
const HASH_CHARACTERS = 32;
const CARD_ID_CHARACTERS = 16;

/** The digests of a person's keys are needed at each of their requests. */
const DIGESTS_STORED = 10_000;

/**
 * The only builder of storage keys. Two tenants have no key in common, nor have two accounts of one tenant for what the vendor said. Without an
 * account, the keys are those of the deployment's.
 */
export type KeysFor = (tenant: TenantId, account?: AccountId) => Keys;

/**
 * Each key is namespace, tenant, kind and value. `secret` keys the hashes. What stands in braces decides the slot of a Redis Cluster
 * (redis.io, cluster specification, "Hash tags"), so that keys which are used together, such as a meeting and its lease, lie on one node.
 */
export function storageKeys(secret: Buffer): KeysFor {
  const digestOf = boundedMemo(DIGESTS_STORED, (text: string) =>
    createHmac('sha256', secret).update(text).digest('base64url').slice(0, HASH_CHARACTERS),
  );
  return (tenant, account) => keysOf(tenant, account, digestOf);
}

/** What every key of a tenant begins with, and no key of another one. */
export const tenantPrefix = (tenant: TenantId): string => `${NAMESPACE}:${tenant}:`;

/** What was set in a tenant. It has no hash in it, so it can be read by hand with the keys of sealing alone. */
export const settingsKey = (tenant: TenantId): string => `${tenantPrefix(tenant)}settings`;

function keysOf(tenant: TenantId, account: AccountId | undefined, digestOf: (text: string) => string): Keys {
  const prefix = `${NAMESPACE}:${tenant}`;
  const asked = account === undefined ? prefix : `${prefix}:by:${account}`;
  const hashed = (kind: string, value: string, below = prefix): string =>
    `${below}:${kind}:{${digestOf(`${tenant}:${kind}:${value}`)}}`;
  const hashedAsked = (kind: string, value: string): string => hashed(kind, value, asked);
  return {
    ...ofAccount(asked, hashedAsked),
    openHome: ({ teamId, userId }) => hashed('open-home', `${teamId}/${userId}`),
    homesUpdated: () => hashed('homes-updated', ''),
    standingAsked: ({ teamId, userId }) => hashed('standing-asked', `${teamId}/${userId}`),
    standingsAsked: () => hashed('standings-asked', ''),
    slackEvent: (eventId) => hashed('slack-event', eventId),
    consumed: ({ teamId, userId }) => hashed('consumed', `${teamId}/${userId}`),
    pasted: ({ teamId, userId }) => hashed('pasted', `${teamId}/${userId}`),
    pastedByAll: () => hashed('pasted-by-all', ''),
    accountTried: () => hashed('account-tried', ''),
    tracked: (eventId) => `${prefix}:tracked:{${eventId}}`,
    cardId: (channelId, messageTs, url) =>
      digestOf(`${tenant}:card:${channelId}/${messageTs}/${url ?? ''}`).slice(0, CARD_ID_CHARACTERS),
    hint: (eventId) => `${prefix}:hint:{${eventId}}`,
    pushEvent: (messageId) => hashed('push-event', messageId),
    reminders: (eventId) => `${prefix}:reminders:{${eventId}}`,
    remindersOf: ({ teamId, userId }) => hashed('reminders-of', `${teamId}/${userId}`),
    reminded: ({ teamId, userId }) => digestOf(`${tenant}:reminded:${teamId}/${userId}`),
    settings: settingsKey(tenant),
    channelForm: (channelId, { teamId, userId }) =>
      digestOf(`${tenant}:channel-form:${channelId}/${teamId}/${userId}`),
    lane: `${prefix}:lane`,
    laneWait: `${prefix}:lane-wait`,
    updates: `${prefix}:updates`,
    blockOff: (kind) => `${prefix}:block-off:${kind}`,
    lease: (key) => `${key}:lease`,
    changing: (key) => `${key}:changing`,
    outcome: (lease) => `${lease}:outcome`,
  };
}

/** The keys of what was learned with one account. With another account, all of it counts as absent. */
function ofAccount(prefix: string, hashed: (kind: string, value: string) => string): AccountKeys {
  return {
    meeting: (eventId) => `${prefix}:meeting:{${eventId}}`,
    link: (link) => hashed('link', link),
    wholeLink: ({ key, tail }) => hashed('whole-link', key + tail),
    hostPassword: (password) => hashed('host-password', password),
    otherNumber: ({ kind, digits }) => hashed(kind, digits),
    searched: (place, { key, tail }) => hashed('searched', `${place} ${key}${tail}`),
    liveSearched: () => hashed('live-searched', ''),
    liveAsked: () => hashed('live-asked', ''),
    profile: ({ teamId, userId }) => hashed('profile', `${teamId}/${userId}`),
    recent: ({ teamId, userId }) => hashed('recent', `${teamId}/${userId}`),
    agenda: (userId, from, to) => hashed('agenda', `${userId}/${from}/${to}`),
    agendaAsked: (userId) => hashed('agenda-asked', userId),
    live: () => hashed('live', ''),
    unfurled: (channelId, eventId) => hashed('unfurled', `${channelId}/${eventId}`),
    unfurledIn: (channelId, eventId, messageTs) =>
      hashed('unfurled-in', `${channelId}/${eventId}/${messageTs}`),
  };
}

/**
 * Keys without a tenant: one set of due times serves all tenants, since a process cannot look at each of a thousand sets every second. Each
 * member begins with its tenant. `cards` has when each followed card ends to be followed.
 */
export const DUE = {
  checks: `${NAMESPACE}:due:checks`,
  lanes: `${NAMESPACE}:due:lanes`,
  cards: `${NAMESPACE}:due:cards`,
  reminders: `${NAMESPACE}:due:reminders`,
} as const;

/** Due times too: the tenants that left, each with when its data is looked for once more. They are no data of that tenant. */
export const DEPARTURES = `${NAMESPACE}:due:departures`;

/** What a tenant's members of due times begin with. */
export const duePrefix = (tenant: TenantId): string => `${tenant}/`;

/** The record of all installations, a field for each tenant. It says which tenants there are, so it belongs to none of them. */
export const INSTALLATIONS = `${NAMESPACE}:installations`;

/** How many installations were begun within a minute, by whomever. */
export const INSTALLS_BEGUN = `${NAMESPACE}:installs-begun`;

/** An installation that somebody began, by the digest of its state: it has no tenant yet. */
export const oauthStateKey = (digest: string): string => `${NAMESPACE}:oauth-state:{${digest}}`;

/** The record of the account that a tenant connected. It is read before it is known with which account the tenant asks. */
export const conferenceAccountKey = (tenant: TenantId): string => `${tenantPrefix(tenant)}conference-account`;
