import { type EventId, eventId, type HostPassword } from '../core/ids.ts';
import { joinLinksOf } from '../core/join-links.ts';
import type { Meeting } from '../core/meeting.ts';
import { type OtherNumber, otherNumbersOf } from '../core/other-number.ts';
import type { Keys } from '../storage/keys.ts';
import { type Coverage, type LinkIndex, type LinkIndexOptions, linkIndex } from './link-index.ts';
import { numberIndex } from './number-index.ts';

/** From what a meeting is known by to its event id. It says only where to look: whoever finds a meeting sees what the meeting itself lets them. */
export interface ReferenceIndex {
  readonly links: Pick<LinkIndex, 'find' | 'forget'>;
  byHostPassword(password: HostPassword): Promise<EventId | undefined>;
  byOtherNumber(number: OtherNumber): Promise<EventId | undefined>;
  /** Removes a number from a meeting that no longer has it. */
  forgetOtherNumber(number: OtherNumber, id: EventId): Promise<void>;
  /** Adds all join links and other numbers of one meeting's occurrences, and the host password that it was found by. */
  learn(occurrences: readonly Meeting[], foundBy: HostPassword | undefined): Promise<void>;
  /** The same from occurrences of one meeting as a list has them: a list lacks some of their links. */
  learnListed(occurrences: readonly Meeting[]): Promise<void>;
}

export interface ReferenceIndexOptions extends LinkIndexOptions {
  readonly keys: LinkIndexOptions['keys'] & Pick<Keys, 'hostPassword' | 'otherNumber'>;
}

/** The vendor may give the password to another meeting later, so its entry is used for an hour. */
const PASSWORD_SECONDS = 60 * 60;

export function referenceIndex(options: ReferenceIndexOptions): ReferenceIndex {
  const { store, keys, clock } = options;
  const links = linkIndex(options);
  const numbers = numberIndex(store, clock);

  async function learn(occurrences: readonly Meeting[], coverage: Coverage): Promise<void> {
    const [first] = occurrences;
    if (first === undefined) return;
    await Promise.all([
      links.learn(first.eventId, occurrences.flatMap(joinLinksOf), coverage),
      numbers.learn(first.eventId, occurrences.flatMap(otherNumbersOf).map(keys.otherNumber)),
    ]);
  }

  return {
    links,
    byHostPassword: async (password) => eventId((await store.get(keys.hostPassword(password))) ?? ''),
    byOtherNumber: (number) => numbers.find(keys.otherNumber(number)),
    forgetOtherNumber: (number, id) => numbers.forget(id, keys.otherNumber(number)),
    async learn(occurrences, foundBy) {
      const [first] = occurrences;
      await Promise.all([
        learn(occurrences, 'all'),
        foundBy === undefined || first === undefined
          ? undefined
          : store.set(keys.hostPassword(foundBy), first.eventId, PASSWORD_SECONDS),
      ]);
    },
    learnListed: (occurrences) => learn(occurrences, 'some'),
  };
}
