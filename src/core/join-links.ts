import { type ComparableLink, canMean, comparableLink } from './link-key.ts';
import type { Meeting } from './meeting.ts';

/**
 * Every link by which a person can be in this meeting, the hosts' own included: whichever is pasted names the same meeting. A live
 * stream and a call-me page are not among them: many meetings can have one.
 */
export function joinLinksOf(meeting: Meeting): ComparableLink[] {
  const roles = [...meeting.hostRoles, ...meeting.coHostRoles, ...meeting.participantRoles];
  const links = [
    meeting.attendeeLink,
    meeting.browserLink,
    meeting.hostLink,
    meeting.coHostLink,
    ...roles.map(({ link }) => link),
  ];
  return links
    .map((link) => (link === undefined ? undefined : comparableLink(link)))
    .filter((link) => link !== undefined);
}

/** Whether a written link is one of this meeting's join links, with their query and fragment; `loosely`: or can mean one. */
export function hasJoinLink(
  meeting: Meeting,
  written: ComparableLink,
  match: 'exactly' | 'loosely',
): boolean {
  return joinLinksOf(meeting).some((known) =>
    match === 'loosely' ? canMean(written, known) : written.key === known.key && written.tail === known.tail,
  );
}
