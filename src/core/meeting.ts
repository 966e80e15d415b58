import type { EventId, VendorUserId, WebLink } from './ids.ts';
import type { UnixSeconds, ZoneName } from './time.ts';

/** Whether those who approve rooms have approved this one. */
export type Approval = 'waiting' | 'not-approved' | 'approved' | 'cancelled';

/** What a room is to the meeting: one of its rooms, its main venue, or a branch venue. */
export type Venue = 'room' | 'main' | 'branch';

/** A meeting room or a piece of equipment, with the names of the devices in it. Each is listed once. */
export interface Room {
  readonly name: string;
  readonly venue: Venue;
  readonly city: string | undefined;
  readonly location: string | undefined;
  readonly floor: string | undefined;
  readonly approval: Approval | undefined;
  readonly devices: readonly string[];
}

/** A role's join link. The link of a host or co-host role is a credential: whoever opens it has that role. */
export interface RoleLink {
  /** Undefined where the vendor gave no id that somebody could hold. */
  readonly roleId: string | undefined;
  readonly name: string;
  readonly link: WebLink;
}

/** What an invited person answered. */
export type Response = 'confirmed' | 'accepted' | 'declined';

/** One invited person. Contact data is not here: the vendor's adapter does not read it. */
export interface Invitee {
  /** Only of internal participants: the ids of others do not prove who they are. */
  readonly userId: VendorUserId | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly response: Response | undefined;
  readonly roleId: string | undefined;
}

/**
 * One meeting as the vendor knows it, secrets included. It never reaches a card: `viewFor` makes what an audience may see,
 * and `audience-table.ts` gives every field here its audience. It is stored as JSON: texts, numbers, truth values, lists and plain objects only.
 */
export interface Meeting {
  readonly eventId: EventId;
  readonly conferenceId: string | undefined;
  /** May be empty. */
  readonly title: string;
  readonly status: 'cancelled' | 'created' | 'ended';
  /** Undefined where the vendor gives no time that can be read. */
  readonly start: UnixSeconds | undefined;
  /** Later than `start`, or unknown; unknown where `start` is. */
  readonly end: UnixSeconds | undefined;
  readonly zone: ZoneName;
  readonly createdAt: UnixSeconds | undefined;
  readonly modifiedAt: UnixSeconds | undefined;
  readonly recurring: boolean;
  readonly mode: 'video' | 'data';
  /** No cloud meeting: nothing to join online. */
  readonly onSiteOnly: boolean;
  readonly confidential: boolean;
  readonly signInNeeded: boolean;
  readonly passphraseAsked: boolean;
  /** The tags one of which is chosen on joining; empty where none is asked for. */
  readonly joinTags: readonly string[];
  readonly labels: readonly string[];
  readonly rooms: readonly Room[];
  readonly equipment: readonly Room[];
  readonly hostName: string | undefined;
  readonly hostId: VendorUserId | undefined;
  readonly invitees: readonly Invitee[];
  readonly attendeeLink: WebLink | undefined;
  readonly browserLink: WebLink | undefined;
  readonly callMeLink: WebLink | undefined;
  readonly liveStreamLink: WebLink | undefined;
  readonly participantRoles: readonly RoleLink[];
  readonly attendeePassword: string | undefined;
  readonly passphrase: string | undefined;
  readonly liveStreamPassword: string | undefined;
  /** Empty unless the meeting allows H.323. */
  readonly h323Addresses: readonly string[];
  readonly coHostLink: WebLink | undefined;
  readonly coHostRoles: readonly RoleLink[];
  /** The ids of the roles that make a co-host, and a host, of an invited person. Where the vendor says two things of an id, the lesser right counts. */
  readonly coHostRoleIds: readonly string[];
  readonly hostRoleIds: readonly string[];
  readonly hostLink: WebLink | undefined;
  readonly hostPassword: string | undefined;
  readonly hostSecret: string | undefined;
  readonly hostRoles: readonly RoleLink[];
}
