import type { Reach } from './channel.ts';
import type { Meeting } from './meeting.ts';
import type { Rules } from './settings.ts';
import { limitedViewOf, type MeetingAccess, viewOf } from './view-fields.ts';
import { isOutsider, type Viewer } from './viewer.ts';
import type { Audience, MeetingView, PublicView, SharedView, View } from './views.ts';

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
    known.get(key) ?? (isLimited ? limitedViewOf(shown) : viewOf(shown, access, reach, showsPassword));
  known.set(key, view);
  return view;
}

function reachFor(viewer: Viewer, surface: Surface): Reach {
  if (surface.kind === 'shared') return surface.reach;
  return isOutsider(viewer) ? 'external' : 'company';
}
