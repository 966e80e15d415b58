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

interface SharedFields extends MeetingFields<'limited' | 'anyone' | 'all'> {
  readonly attendance: Attendance;
}

interface AttendeeFields extends SharedFields, MeetingFields<'attendee'> {
  /** The roles that this person holds in the meeting, each with the link that makes whoever opens it that role. */
  readonly ownRoles: readonly RoleLink[];
}

/**
 * What somebody sees of a meeting who is not on its list, in a workspace that shows meetings to invited people only: that it exists, when, and
 * whom to ask.
 */
export interface LimitedView extends MeetingFields<'limited'> {
  readonly audience: 'limited';
}

/** What anybody may see; the most that a shared surface is given. */
export interface PublicView extends SharedFields {
  readonly audience: 'public';
  /** `external`: for people of other companies too. Every field that is not for `anyone` is then empty. */
  readonly reach: Reach;
  /** Set only for a shared surface of a workspace that shows it there. */
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

/** What one person may see of one meeting that is not hidden from them. */
export type View = PublicView | AttendeeView | CoHostView | HostView;

/** The same for any meeting. */
export type MeetingView = View | LimitedView;

/** What everybody in a channel may see. */
export type SharedView = PublicView | LimitedView;

export type Audience = View['audience'];

/** An invited person as everybody may see them. */
export interface PublicInvitee extends InviteeFields<'all'> {
  readonly roleName: string | undefined;
}
