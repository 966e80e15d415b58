import { type EventId, eventId, type HostPassword } from '../core/ids.ts';
import { joinLinksOf } from '../core/join-links.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Keys } from '../storage/keys.ts';
import { type LinkIndex, type LinkIndexOptions, linkIndex } from './link-index.ts';

/** From a join link of a meeting seen before, and from a host password that found one, to the meeting's event id. */
export interface ReferenceIndex {
  readonly links: Pick<LinkIndex, 'find' | 'forget'>;
  byHostPassword(password: HostPassword): Promise<EventId | undefined>;
  /** Adds all join links of one meeting's occurrences, and the password that it was found by. */
  learn(occurrences: readonly Meeting[], foundBy: HostPassword | undefined): Promise<void>;
}

export interface ReferenceIndexOptions extends LinkIndexOptions {
  readonly keys: LinkIndexOptions['keys'] & Pick<Keys, 'hostPassword'>;
}

/** The vendor may give the password to another meeting later, so its entry is used for an hour. */
const PASSWORD_SECONDS = 60 * 60;

export function referenceIndex(options: ReferenceIndexOptions): ReferenceIndex {
  const { store, keys } = options;
  const links = linkIndex(options);
  return {
    links,
    byHostPassword: async (password) => eventId((await store.get(keys.hostPassword(password))) ?? ''),
    async learn(occurrences, foundBy) {
      const [first] = occurrences;
      if (first === undefined) return;
      await Promise.all([
        links.learn(first.eventId, occurrences.flatMap(joinLinksOf)),
        foundBy === undefined
          ? undefined
          : store.set(keys.hostPassword(foundBy), first.eventId, PASSWORD_SECONDS),
      ]);
    },
  };
}
