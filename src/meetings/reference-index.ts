import type { Keys } from '../cache/keys.ts';
import type { Store } from '../cache/store.ts';
import { type EventId, eventId, type HostPassword } from '../core/ids.ts';
import { type LinkKey, linkKey } from '../core/link-key.ts';
import type { Meeting } from '../core/meeting.ts';

/** From every link of a meeting seen before, and from a host password that found one, to the meeting's event id. */
export interface ReferenceIndex {
  byLink(key: LinkKey): Promise<EventId | undefined>;
  byHostPassword(password: HostPassword): Promise<EventId | undefined>;
  /** Takes in all links of these occurrences, and the password that was asked with. */
  learn(occurrences: readonly Meeting[], askedWith: HostPassword | undefined): Promise<void>;
}

/** A password may be given to another meeting; its entry is believed for an hour. Links never change hands. */
const PASSWORD_SECONDS = 60 * 60;
const LINK_SECONDS = 30 * 24 * 60 * 60;

export function referenceIndex(store: Store, keys: Keys): ReferenceIndex {
  const read = async (key: string): Promise<EventId | undefined> => eventId((await store.get(key)) ?? '');
  return {
    byLink: (key) => read(keys.link(key)),
    byHostPassword: (password) => read(keys.hostPassword(password)),
    async learn(occurrences, askedWith) {
      const links = new Map(
        occurrences.flatMap((meeting) => linksOf(meeting).map((key) => [key, meeting.eventId])),
      );
      const writes = [...links].map(([key, id]) => store.set(keys.link(key), id, LINK_SECONDS));
      const [first] = occurrences;
      if (askedWith !== undefined && first !== undefined) {
        writes.push(store.set(keys.hostPassword(askedWith), first.eventId, PASSWORD_SECONDS));
      }
      await Promise.all(writes);
    },
  };
}

/** Every link by which a person can be in this meeting, the hosts' own included: whichever is pasted names the same meeting. */
function linksOf(meeting: Meeting): LinkKey[] {
  const roles = [...meeting.hostRoles, ...meeting.coHostRoles, ...meeting.participantRoles];
  const links = [
    meeting.attendeeLink,
    meeting.browserLink,
    meeting.callMeLink,
    meeting.liveStreamLink,
    meeting.hostLink,
    meeting.coHostLink,
    ...roles.map((role) => role.link),
  ];
  return links
    .map((link) => (link === undefined ? undefined : linkKey(link)))
    .filter((key) => key !== undefined);
}
