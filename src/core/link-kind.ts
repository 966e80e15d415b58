import { type LinkKey, linkKey } from './link-key.ts';
import type { Meeting } from './meeting.ts';

/** What a link of a meeting makes of whoever opens it; `open` is for everybody. */
export type LinkKind = 'host' | 'co-host' | 'open';

/** A link that is the host's in any of its fields is a host link, whatever else it stands for; one that is none of the meeting's is open. */
export function linkKind(meeting: Meeting, key: LinkKey): LinkKind {
  const isOneOf = (links: readonly (string | undefined)[]): boolean =>
    links.some((link) => link !== undefined && linkKey(link) === key);
  if (isOneOf([meeting.hostLink, ...meeting.hostRoles.map(({ link }) => link)])) return 'host';
  if (isOneOf([meeting.coHostLink, ...meeting.coHostRoles.map(({ link }) => link)])) return 'co-host';
  return 'open';
}
