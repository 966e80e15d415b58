import type { MeetingFields } from './audience-table.ts';
import type { Reach } from './channel.ts';
import type { Invitee, Meeting, RoleLink } from './meeting.ts';
import type { Rules } from './settings.ts';
import { isOutsider, type Viewer } from './viewer.ts';
import type {
  Attendance,
  AttendeeView,
  Audience,
  LimitedView,
  MeetingView,
  PublicInvitee,
  PublicView,
  SharedView,
  View,
} from './views.ts';

/** Who sees more of a meeting than that it exists: everyone, or the people on its list. */
interface Shown {
  readonly visibility: Rules['visibility'];
}

/** One person, who is shown the view of `upTo` at most. */
export interface PrivateSurface extends Shown {
  readonly kind: 'private';
  readonly upTo: Audience;
}

/**
 * All who see the channel. Readers who are on no list are among them, so with `invited` nobody there sees more than that the meeting exists. The
 * attendee password is never shown to people of other companies, whatever `showsAttendeePassword` says.
 */
export interface SharedSurface extends Shown {
  readonly kind: 'shared';
  readonly reach: Reach;
  readonly showsAttendeePassword: boolean;
  /** The zone in which times are said. */
  readonly zone: Rules['cardZone'];
}

/** Where a card will be seen. */
export type Surface = PrivateSurface | SharedSurface;

type ToEveryone = { readonly visibility: 'everyone' };

/**
 * For a meeting that the vendor has just described, in a workspace that shows every meeting to everyone. A stored meeting proves only what
 * `PROVES` grants it (conference/rights.ts).
 */
export const PRIVATE: PrivateSurface & ToEveryone = { kind: 'private', upTo: 'host', visibility: 'everyone' };

const NO_ROLES: ReadonlySet<string> = new Set();

/** From the least to the most. */
const RANKS: readonly Audience[] = ['public', 'attendee', 'co-host', 'host'];

/** Whom a viewer counts as, and which roles they hold: all of a viewer that a private view depends on. */
interface MeetingAccess {
  readonly audience: Audience;
  readonly roleIds: ReadonlySet<string>;
}

function accessOf(meeting: Meeting, viewer: Viewer, upTo: Audience): MeetingAccess {
  const proven = provenAccess(meeting, viewer);
  const isWithin = RANKS.indexOf(proven.audience) <= RANKS.indexOf(upTo);
  return isWithin ? proven : { ...proven, audience: upTo };
}

function provenAccess(meeting: Meeting, viewer: Viewer): MeetingAccess {
  if (viewer.kind === 'unproven') return { audience: 'public', roleIds: NO_ROLES };
  const own = meeting.invitees.filter(({ userId }) => userId === viewer.userId);
  const roleIds = new Set(own.map(({ roleId }) => roleId).filter((roleId) => roleId !== undefined));
  const holdsOne = (ids: readonly string[]): boolean => ids.some((id) => roleIds.has(id));
  if (meeting.hostId === viewer.userId || holdsOne(meeting.hostRoleIds)) return { audience: 'host', roleIds };
  if (holdsOne(meeting.coHostRoleIds)) return { audience: 'co-host', roleIds };
  return { audience: own.length > 0 ? 'attendee' : 'public', roleIds };
}

/**
 * What the meeting's own data proves about this person: the host's id or a host role makes a host, a co-host role a co-host, a
 * place on the attendee list an attendee. Unproven is public.
 */
export function audienceOf(meeting: Meeting, viewer: Viewer): Audience {
  return provenAccess(meeting, viewer).audience;
}

/** The views of each meeting that is in memory. Viewers with the same access have the same view. */
const views = new WeakMap<Meeting, Map<string, MeetingView>>();

/**
 * The only function that gives a view of a meeting. A shared surface gets the public view, whoever the viewer is; the external one if people of
 * other companies read it, and so does an outsider. For the same meeting and access it is the same object, so that what is made of a view can be
 * found again by it.
 */
export function viewFor(meeting: Meeting, viewer: Viewer, surface: SharedSurface & ToEveryone): PublicView;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface & ToEveryone): View;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: SharedSurface): SharedView;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface): MeetingView;
export function viewFor(meeting: Meeting, viewer: Viewer, surface: Surface): MeetingView {
  const access: MeetingAccess =
    surface.kind === 'shared'
      ? { audience: 'public', roleIds: NO_ROLES }
      : accessOf(meeting, viewer, surface.upTo);
  const reach = reachFor(viewer, surface);
  const showsPassword = surface.kind === 'shared' && surface.showsAttendeePassword;
  const zone = surface.kind === 'shared' ? surface.zone : 'meeting';
  const isLimited = surface.visibility === 'invited' && access.audience === 'public';
  const key = JSON.stringify([access.audience, isLimited, reach, showsPassword, zone, ...access.roleIds]);
  const known = views.get(meeting) ?? new Map<string, MeetingView>();
  views.set(meeting, known);
  const shown = zone === 'meeting' ? meeting : { ...meeting, zone };
  const view =
    known.get(key) ?? (isLimited ? makeLimited(shown) : makeView(shown, access, reach, showsPassword));
  known.set(key, view);
  return view;
}

function reachFor(viewer: Viewer, surface: Surface): Reach {
  if (surface.kind === 'shared') return surface.reach;
  return isOutsider(viewer) ? 'external' : 'company';
}

function makeLimited(meeting: Meeting): LimitedView {
  return { audience: 'limited', ...limitedFields(meeting) };
}

function makeView(meeting: Meeting, access: MeetingAccess, reach: Reach, showsPassword: boolean): View {
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
