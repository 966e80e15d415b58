import type { MeetingFields } from './audience-table.ts';
import type { Reach } from './channel.ts';
import type { Invitee, Meeting, RoleLink } from './meeting.ts';
import type {
  Attendance,
  AttendeeView,
  Audience,
  LimitedView,
  MeetingView,
  PublicInvitee,
  View,
} from './views.ts';

/** Whom a viewer counts as, and which roles they hold: all of a viewer that a private view depends on. */
export interface MeetingAccess {
  readonly audience: Audience;
  readonly roleIds: ReadonlySet<string>;
}

/** What everybody may see of a meeting that only its invited people see. */
export function limitedViewOf(meeting: Meeting): LimitedView {
  return { audience: 'limited', ...limitedFields(meeting) };
}

/** What a viewer with this access may see of a meeting. `reach` and `showsPassword` decide about the public view alone. */
export function viewOf(meeting: Meeting, access: MeetingAccess, reach: Reach, showsPassword: boolean): View {
  const { audience } = access;
  const { participantRoles, coHostRoles, hostRoles, coHostLink } = meeting;
  switch (audience) {
    case 'public':
      return reach === 'external'
        ? { audience, reach, channelPassword: undefined, ...anyoneFields(meeting), ...WITHHELD }
        : {
            audience,
            reach,
            channelPassword: showsPassword ? meeting.attendeePassword : undefined,
            ...sharedFields(meeting),
          };
    case 'attendee':
      return { audience, ...attendeeFields(meeting, access, participantRoles) };
    case 'co-host':
      return {
        audience,
        ...attendeeFields(meeting, access, [...coHostRoles, ...participantRoles]),
        coHostLink,
      };
    case 'host':
      return {
        audience,
        ...attendeeFields(meeting, access, [...hostRoles, ...coHostRoles, ...participantRoles]),
        ...hostFields(meeting),
      };
  }
}

/** The invited people as everybody may see them, in the vendor's order. */
export function peopleOf(meeting: Meeting): PublicInvitee[] {
  const names = roleNames(meeting);
  return meeting.invitees.map(({ name, company, response, roleId }) => ({
    name,
    company,
    response,
    roleName: roleId === undefined ? undefined : names.get(roleId),
  }));
}

/** What people of other companies see in place of what is for all of the tenant's own. */
const WITHHELD: MeetingFields<'all'> & { attendance: Attendance } = {
  conferenceId: undefined,
  confidential: false,
  signInNeeded: false,
  passphraseAsked: false,
  joinTags: [],
  labels: [],
  rooms: [],
  equipment: [],
  callMeLink: undefined,
  liveStreamLink: undefined,
  participantRoles: [],
  attendance: { invited: 0, accepted: 0, confirmed: 0, declined: 0 },
};

function limitedFields(meeting: Meeting): MeetingFields<'limited'> {
  const { eventId, status, start, end, zone, recurring, hostName } = meeting;
  return { eventId, status, start, end, zone, recurring, hostName };
}

function anyoneFields(meeting: Meeting): MeetingFields<'limited' | 'anyone'> {
  return {
    ...limitedFields(meeting),
    title: meeting.title,
    createdAt: meeting.createdAt,
    modifiedAt: meeting.modifiedAt,
    mode: meeting.mode,
    onSiteOnly: meeting.onSiteOnly,
    attendeeLink: meeting.attendeeLink,
    browserLink: meeting.browserLink,
  };
}

function sharedFields(
  meeting: Meeting,
): MeetingFields<'limited' | 'anyone' | 'all'> & { attendance: Attendance } {
  return {
    ...anyoneFields(meeting),
    conferenceId: meeting.conferenceId,
    confidential: meeting.confidential,
    signInNeeded: meeting.signInNeeded,
    passphraseAsked: meeting.passphraseAsked,
    joinTags: meeting.joinTags,
    labels: meeting.labels,
    rooms: meeting.rooms,
    equipment: meeting.equipment,
    callMeLink: meeting.callMeLink,
    liveStreamLink: meeting.liveStreamLink,
    participantRoles: meeting.participantRoles,
    attendance: attendanceOf(meeting.invitees),
  };
}

function attendeeFields(
  meeting: Meeting,
  { roleIds }: MeetingAccess,
  roles: readonly RoleLink[],
): Omit<AttendeeView, 'audience'> {
  return {
    ...sharedFields(meeting),
    attendeePassword: meeting.attendeePassword,
    passphrase: meeting.passphrase,
    liveStreamPassword: meeting.liveStreamPassword,
    h323Addresses: meeting.h323Addresses,
    ownRoles: roles.filter(({ roleId }) => roleId !== undefined && roleIds.has(roleId)),
  };
}

function hostFields(meeting: Meeting): MeetingFields<'co-host' | 'own-role' | 'host'> {
  const { coHostLink, coHostRoles, hostLink, hostPassword, hostSecret, hostRoles } = meeting;
  return { coHostLink, coHostRoles, hostLink, hostPassword, hostSecret, hostRoles };
}

/** Whether this person may read who is invited: everybody of the tenant's own who sees the meeting may. */
export function seesPeople(view: MeetingView): view is View {
  return view.audience !== 'limited' && (view.audience !== 'public' || view.reach === 'company');
}

/** Whether this person may read who is in the meeting now: who is on its list may. */
export function seesWhoIsIn({ audience }: MeetingView): boolean {
  return audience !== 'public' && audience !== 'limited';
}

/** Whether this view may say how many people are in the meeting. */
export function seesCounts(view: View): boolean {
  return view.audience !== 'public' || view.reach === 'company';
}

function attendanceOf(invitees: readonly Invitee[]): Attendance {
  const counts = { accepted: 0, confirmed: 0, declined: 0 };
  for (const { response } of invitees) if (response !== undefined) counts[response] += 1;
  return { invited: invitees.length, ...counts };
}

function roleNames(meeting: Meeting): Map<string, string> {
  const roles = [...meeting.hostRoles, ...meeting.coHostRoles, ...meeting.participantRoles];
  return new Map(roles.flatMap(({ roleId, name }) => (roleId === undefined ? [] : [[roleId, name]])));
}
