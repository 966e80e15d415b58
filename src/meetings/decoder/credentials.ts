import type { WebLink } from '../../core/ids.ts';
import { linkKey } from '../../core/link-key.ts';
import type { Meeting, RoleLink } from '../../core/meeting.ts';
import type { OnDropped } from './wire-object.ts';

type OpenLink = 'attendeeLink' | 'browserLink' | 'callMeLink' | 'liveStreamLink';

/**
 * Takes out of the fields for everybody whatever is also a credential: an attendee link that opens the same page as the host link
 * makes anyone the host, whatever field it stands in.
 */
export function withoutCredentials(meeting: Meeting, onDropped: OnDropped): Meeting {
  const { hostLink, coHostLink, hostRoles, coHostRoles } = meeting;
  const secret = [hostLink, coHostLink, ...[...hostRoles, ...coHostRoles].map((role) => role.link)];
  const secretKeys = new Set(secret.map((address) => (address === undefined ? undefined : keyOf(address))));
  const isOpen = (address: WebLink): boolean => !secretKeys.has(keyOf(address));

  const open = (field: OpenLink): WebLink | undefined => {
    const address = meeting[field];
    if (address === undefined || isOpen(address)) return address;
    onDropped(`${field} (also a host's link)`);
    return undefined;
  };
  const openRoles = meeting.participantRoles.filter((role: RoleLink) => isOpen(role.link));
  if (openRoles.length < meeting.participantRoles.length) onDropped("btplRole (also a host's link)");
  return {
    ...meeting,
    attendeeLink: open('attendeeLink'),
    browserLink: open('browserLink'),
    callMeLink: open('callMeLink'),
    liveStreamLink: open('liveStreamLink'),
    participantRoles: openRoles,
  };
}

function keyOf(address: WebLink): string {
  return linkKey(address) ?? address;
}
