import type { InviteeFields, MeetingFields } from './audience-table.ts';
import type { Reach } from './channel.ts';
import type { RoleLink } from './meeting.ts';

/** How many were invited, and what they answered; the rest of `invited` has not answered. */
export interface Attendance {
  readonly invited: number;
  readonly accepted: number;
  readonly confirmed: number;
  readonly declined: number;
}

interface SharedFields extends MeetingFields<'anyone' | 'all'> {
  readonly attendance: Attendance;
}

interface AttendeeFields extends SharedFields, MeetingFields<'attendee'> {
  /** The roles that this person holds in the meeting, each with the link that makes whoever opens it that role. */
  readonly ownRoles: readonly RoleLink[];
}

/** What anybody may see; the only view that a shared surface is given. */
export interface PublicView extends SharedFields {
  readonly audience: 'public';
  /** `external`: for people of other companies too. Every field that is not for `anyone` is then empty. */
  readonly reach: Reach;
  /** Set only for a shared surface of a deployment that shows it there (`CHANNEL_SHOWS_ATTENDEE_PASSWORD`). */
  readonly channelPassword: string | undefined;
}

/** What a person on the attendee list may see. */
export interface AttendeeView extends AttendeeFields {
  readonly audience: 'attendee';
}

/** What a co-host may see; of the co-host role links only those among `ownRoles`. */
export interface CoHostView extends AttendeeFields, MeetingFields<'co-host'> {
  readonly audience: 'co-host';
}

/** What the host may see: everything but the internal. */
export interface HostView extends AttendeeFields, MeetingFields<'co-host' | 'own-role' | 'host'> {
  readonly audience: 'host';
}

/** What one person may see of one meeting. */
export type View = PublicView | AttendeeView | CoHostView | HostView;

export type Audience = View['audience'];

/** An invited person as everybody may see them. */
export interface PublicInvitee extends InviteeFields<'all'> {
  readonly roleName: string | undefined;
}
