import type { Invitee, Meeting } from './meeting.ts';

/**
 * Who may see a field (SECURITY.md, "Who sees what"). `limited`: everybody, also who is not on the list in a workspace that shows meetings to
 * invited people only; `anyone`: also people of other companies; `all`: everybody of the tenant's own; `own-role`: a co-host sees the entries of
 * roles held; `internal`: nobody, it only decides.
 */
export type FieldAudience =
  | 'limited'
  | 'anyone'
  | 'all'
  | 'attendee'
  | 'co-host'
  | 'own-role'
  | 'host'
  | 'internal';

/**
 * The audience of every field of a meeting. It is total: a field that the decoder hands on and this table lacks does not
 * compile, and the views are made of it, so a field moves between audiences here and nowhere else.
 */
export const MEETING_AUDIENCE = {
  eventId: 'limited',
  conferenceId: 'all',
  title: 'anyone',
  status: 'limited',
  start: 'limited',
  end: 'limited',
  zone: 'limited',
  createdAt: 'anyone',
  modifiedAt: 'anyone',
  recurring: 'limited',
  mode: 'anyone',
  onSiteOnly: 'anyone',
  confidential: 'all',
  signInNeeded: 'all',
  passphraseAsked: 'all',
  joinTags: 'all',
  labels: 'all',
  rooms: 'all',
  equipment: 'all',
  hostName: 'limited',
  hostId: 'internal',
  invitees: 'internal',
  attendeeLink: 'anyone',
  browserLink: 'anyone',
  callMeLink: 'all',
  liveStreamLink: 'all',
  participantRoles: 'all',
  attendeePassword: 'attendee',
  passphrase: 'attendee',
  liveStreamPassword: 'attendee',
  h323Addresses: 'attendee',
  coHostLink: 'co-host',
  coHostRoles: 'own-role',
  coHostRoleIds: 'internal',
  hostRoleIds: 'internal',
  hostLink: 'host',
  hostPassword: 'host',
  hostSecret: 'host',
  hostRoles: 'host',
} as const satisfies Record<keyof Meeting, FieldAudience>;

/** The audience of every field of an invited person; names may be seen by all, ids by nobody. */
export const INVITEE_AUDIENCE = {
  userId: 'internal',
  name: 'all',
  company: 'all',
  response: 'all',
  roleId: 'internal',
} as const satisfies Record<keyof Invitee, FieldAudience>;

type MeetingTable = typeof MEETING_AUDIENCE;
type InviteeTable = typeof INVITEE_AUDIENCE;

/** The fields of a meeting that the table gives to `A`. */
export type MeetingFields<A extends FieldAudience> = {
  readonly [K in keyof Meeting as MeetingTable[K] extends A ? K : never]: Meeting[K];
};

/** The fields of an invited person that the table gives to `A`. */
export type InviteeFields<A extends FieldAudience> = {
  readonly [K in keyof Invitee as InviteeTable[K] extends A ? K : never]: Invitee[K];
};
