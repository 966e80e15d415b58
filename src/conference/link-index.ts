import type { EventId } from '../core/ids.ts';
import type { ComparableLink, LinkKey } from '../core/link-key.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Leases } from '../storage/lease.ts';
import { type LinkEntry, readLinkEntry } from './link-entry.ts';

/** The meeting of a link, as far as the index knows. `loosely` is a guess by the page alone; only the meeting's own data decides. */
export interface LinkOwner {
  readonly eventId: EventId;
  readonly match: 'exactly' | 'loosely';
  /** When the meeting was last seen with the link, to a day. */
  readonly since: UnixSeconds;
}

/** Whether links are `all` that a meeting has (the default), so that it has lost the others, or `some`. */
export type Coverage = 'all' | 'some';

/**
 * From a join link to its meeting, for thirty days. The meeting that had a link first keeps it: another meeting with the same link does not
 * take it over. A page whose links belong to several meetings is `shared`: there only whole links count, with query and fragment.
 */
export interface LinkIndex {
  find(link: ComparableLink): Promise<LinkOwner | undefined>;
  learn(id: EventId, links: readonly ComparableLink[], coverage?: Coverage): Promise<void>;
  /** Removes a link from the entry of a meeting that no longer has it; `links` are those that it has. */
  forget(link: ComparableLink, id: EventId, links: readonly ComparableLink[]): Promise<void>;
}

export interface LinkIndexOptions {
  readonly store: Pick<CacheStore, 'get' | 'set' | 'setIfAbsent' | 'delete'>;
  readonly leases: Leases;
  readonly keys: Pick<Keys, 'link' | 'wholeLink' | 'changing'>;
  readonly clock: Clock;
  readonly nonce: () => string;
}

const EXPIRY_SECONDS = 30 * 24 * 60 * 60;
/** An entry that needs no change is written again once a day, and not at every look at the meeting. */
const RENEW_SECONDS = 24 * 60 * 60;
const LEASE_SECONDS = 1;
/** Of one meeting, in one answer or in its entry: further links are not learned. */
const LINKS_MAX = 500;

export function linkIndex({ store, leases, keys, clock, nonce }: LinkIndexOptions): LinkIndex {
  const read = async (key: string): Promise<LinkEntry | undefined> => readLinkEntry(await store.get(key));

  /**
   * Writes what `next` makes of an entry, and returns the entry as far as known. A new one is written where there is none; only one process at
   * a time changes one. Where another process is changing it, nothing is written: the meeting is learned again with its next answer.
   */
  async function amend(
    key: string,
    next: (known: LinkEntry | undefined) => LinkEntry | undefined,
  ): Promise<LinkEntry | undefined> {
    const before = await read(key);
    const first = next(before);
    if (first === before) return before;
    if (before === undefined && first !== undefined) {
      if (await store.setIfAbsent(key, JSON.stringify(first), EXPIRY_SECONDS)) return first;
    }
    const [changing, token] = [keys.changing(key), nonce()];
    if (!(await leases.acquire(changing, token, LEASE_SECONDS))) return before;
    const known = await read(key);
    const wanted = next(known);
    if (wanted === undefined) await store.delete(key);
    else if (wanted !== known) await store.set(key, JSON.stringify(wanted), EXPIRY_SECONDS);
    await leases.release(changing, token);
    return wanted;
  }

  async function learnPage(
    id: EventId,
    key: LinkKey,
    links: readonly string[],
    coverage: Coverage,
  ): Promise<void> {
    const at = secondsOf(clock);
    const isYoung = (entry: LinkEntry): boolean => at - entry.at < RENEW_SECONDS;
    const page = await amend(keys.link(key), (known) => {
      if (known === undefined) return { owner: id, links, shared: false, at };
      if (known.owner !== id) {
        const isOnlyTheirs = links.every((link) => known.links.includes(link));
        return isOnlyTheirs || (known.shared && isYoung(known)) ? known : { ...known, shared: true, at };
      }
      const remaining = known.links.filter((link) => coverage === 'some' || links.includes(link));
      const own = known.shared ? remaining : [...new Set([...links, ...remaining])].slice(0, LINKS_MAX);
      return isSame(own, known.links) && isYoung(known) ? known : { ...known, links: own, at };
    });
    if (page?.owner === id && !page.shared) return;
    const others = links.filter((link) => page?.links.includes(link) !== true);
    const whole = { owner: id, links: [], shared: false, at };
    await Promise.all(
      others.map((link) =>
        amend(link, (known) => {
          const isOthers = known !== undefined && known.owner !== id;
          return isOthers || (known !== undefined && isYoung(known)) ? known : whole;
        }),
      ),
    );
  }

  return {
    async find(link) {
      const whole = keys.wholeLink(link);
      const page = await read(keys.link(link.key));
      const owner = page?.links.includes(whole) === true ? page : await read(whole);
      if (owner !== undefined) return { eventId: owner.owner, match: 'exactly', since: owner.at };
      if (page === undefined || page.shared) return undefined;
      return { eventId: page.owner, match: 'loosely', since: page.at };
    },
    async learn(id, links, coverage = 'all') {
      const wholes = new Map(links.map((link) => [keys.wholeLink(link), link.key]));
      const pages = new Map<LinkKey, string[]>();
      for (const [whole, page] of [...wholes].slice(0, LINKS_MAX)) {
        pages.set(page, [...(pages.get(page) ?? []), whole]);
      }
      await Promise.all([...pages].map(([page, own]) => learnPage(id, page, own, coverage)));
    },
    async forget(link, id, links) {
      const own = new Set(links.map((one) => keys.wholeLink(one)));
      const whole = keys.wholeLink(link);
      await amend(keys.link(link.key), (known) => {
        if (known?.owner !== id) return known;
        const remaining = known.links.filter((one) => own.has(one));
        if (remaining.length === 0 && !known.shared) return undefined;
        return isSame(remaining, known.links) ? known : { ...known, links: remaining };
      });
      await amend(whole, (known) => (known?.owner === id && !own.has(whole) ? undefined : known));
    },
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
