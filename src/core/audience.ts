import type { MeetingFields } from './audience-table.ts';
import type { Invitee, Meeting, RoleLink } from './meeting.ts';
import type { Viewer } from './viewer.ts';
import type { Attendance, AttendeeView, Audience, PublicInvitee, PublicView, View } from './views.ts';

/** Where a card will be seen: by one person, or by all who see the channel. */
export type Surface =
  | { readonly kind: 'private' }
  | { readonly kind: 'shared'; readonly showsAttendeePassword: boolean };

export const PRIVATE: Surface = { kind: 'private' };

/**
 * What the meeting's own data proves about this person: the host's id or a host role makes a host, a co-host role a co-host, a
 * place on the attendee list an attendee. Unproven is public.
 */
export function audienceOf(meeting: Meeting, viewer: Viewer): Audience {
  if (viewer.kind === 'unproven') return 'public';
  if (meeting.hostId === viewer.userId) return 'host';
  const own = entriesOf(meeting, viewer);
  if (own.some((entry) => holds(entry, meeting.hostRoles))) return 'host';
  if (own.some((entry) => holds(entry, meeting.coHostRoles))) return 'co-host';
  return own.length > 0 ? 'attendee' : 'public';
}

/** The one way from a meeting to what may be shown of it. A shared surface gets the public view, whoever asks. */
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface & { kind: 'shared' }): PublicView;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface): View;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface): View {
  if (surface.kind === 'shared') {
    return publicView(meeting, surface.showsAttendeePassword ? meeting.attendeePassword : undefined);
  }
  const audience = audienceOf(meeting, viewer);
  const { participantRoles, coHostRoles, hostRoles, coHostLink } = meeting;
  switch (audience) {
    case 'public':
      return publicView(meeting, undefined);
    case 'attendee':
      return { audience, ...attendeeFields(meeting, viewer, participantRoles) };
    case 'co-host':
      return {
        audience,
        ...attendeeFields(meeting, viewer, [...coHostRoles, ...participantRoles]),
        coHostLink,
      };
    case 'host':
      return {
        audience,
        ...attendeeFields(meeting, viewer, [...hostRoles, ...coHostRoles, ...participantRoles]),
        ...hostFields(meeting),
      };
  }
}

/** A word for all in a meeting's own data that decides what `viewFor` gives a viewer in private: of one word, everybody gets the same view. */
export function viewClassOf(meeting: Meeting, viewer: Viewer): string {
  const audience = audienceOf(meeting, viewer);
  if (audience === 'public') return audience;
  const roles = entriesOf(meeting, viewer).map(({ roleId }) => roleId ?? '');
  return JSON.stringify([audience, ...new Set(roles)]);
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

function publicView(meeting: Meeting, channelPassword: string | undefined): PublicView {
  return { audience: 'public', channelPassword, ...sharedFields(meeting) };
}

function sharedFields(meeting: Meeting): MeetingFields<'all'> & { attendance: Attendance } {
  return {
    eventId: meeting.eventId,
    conferenceId: meeting.conferenceId,
    title: meeting.title,
    status: meeting.status,
    start: meeting.start,
    end: meeting.end,
    zone: meeting.zone,
    createdAt: meeting.createdAt,
    modifiedAt: meeting.modifiedAt,
    recurring: meeting.recurring,
    mode: meeting.mode,
    onSiteOnly: meeting.onSiteOnly,
    confidential: meeting.confidential,
    signInNeeded: meeting.signInNeeded,
    passphraseAsked: meeting.passphraseAsked,
    joinTags: meeting.joinTags,
    labels: meeting.labels,
    rooms: meeting.rooms,
    equipment: meeting.equipment,
    hostName: meeting.hostName,
    attendeeLink: meeting.attendeeLink,
    browserLink: meeting.browserLink,
    callMeLink: meeting.callMeLink,
    liveStreamLink: meeting.liveStreamLink,
    participantRoles: meeting.participantRoles,
    attendance: attendanceOf(meeting.invitees),
  };
}

function attendeeFields(
  meeting: Meeting,
  viewer: Viewer,
  roles: readonly RoleLink[],
): Omit<AttendeeView, 'audience'> {
  const own = entriesOf(meeting, viewer);
  return {
    ...sharedFields(meeting),
    attendeePassword: meeting.attendeePassword,
    passphrase: meeting.passphrase,
    liveStreamPassword: meeting.liveStreamPassword,
    h323Addresses: meeting.h323Addresses,
    ownRoles: roles.filter(({ roleId }) => own.some((entry) => entry.roleId === roleId)),
  };
}

function hostFields(meeting: Meeting): MeetingFields<'co-host' | 'own-role' | 'host'> {
  const { coHostLink, coHostRoles, hostLink, hostPassword, hostSecret, hostRoles } = meeting;
  return { coHostLink, coHostRoles, hostLink, hostPassword, hostSecret, hostRoles };
}

function attendanceOf(invitees: readonly Invitee[]): Attendance {
  const counts = { accepted: 0, confirmed: 0, declined: 0 };
  for (const { response } of invitees) if (response !== undefined) counts[response] += 1;
  return { invited: invitees.length, ...counts };
}

function entriesOf(meeting: Meeting, viewer: Viewer): readonly Invitee[] {
  if (viewer.kind === 'unproven') return [];
  return meeting.invitees.filter((invitee) => invitee.userId === viewer.userId);
}

function holds(entry: Invitee, roles: readonly RoleLink[]): boolean {
  return roles.some((role) => role.roleId === entry.roleId);
}

function roleNames(meeting: Meeting): Map<string, string> {
  const roles = [...meeting.hostRoles, ...meeting.coHostRoles, ...meeting.participantRoles];
  return new Map(roles.map(({ roleId, name }) => [roleId, name]));
}
