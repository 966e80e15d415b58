import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { Person } from '../core/person.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { RateLimiter } from '../storage/rate-limiter.ts';

/** Publishes a view; `hash`: only over what Slack gave this hash to. Resolves to the new hash, or to `conflict`. */
export type Publish = (view: HomeView, hash: string | undefined) => Promise<Published | 'conflict'>;

/** What Slack gave to a view that it took. */
export interface Published {
  readonly hash: string | undefined;
}

/** Whose Home tab was opened or pressed within a day, and what it shows. Slack does not tell when somebody leaves it. */
export interface OpenHomes {
  opened(person: Person): Promise<void>;
  /** Notes what was published for somebody. */
  published(person: Person, view: HomeView, as: Published): Promise<void>;
  /**
   * Publishes somebody's tab since they acted, unless they have not opened it, it shows the same already, or the workspace has had too many of these
   * within a minute: they come with the next opening. What another process publishes meanwhile is not overwritten by what was built before that.
   */
  update(person: Person, build: () => Promise<HomeView>, publish: Publish): Promise<void>;
}

export interface OpenHomesOptions {
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'openHome' | 'homesUpdated'>;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
}

const OPEN_SECONDS = 24 * 60 * 60;
const TRIES = 3;

/** What is stored of a tab: until when it counts as open (seconds since 1970), the fingerprint of what it shows, and Slack's hash of that. */
interface OpenHome {
  readonly until: number;
  readonly shown: string;
  readonly hash: string | undefined;
}

export function openHomes({ store, keys, limiter, clock }: OpenHomesOptions): OpenHomes {
  async function note(person: Person, { until, shown, hash = '' }: OpenHome): Promise<void> {
    const seconds = until - secondsOf(clock);
    if (seconds > 0) await store.set(keys.openHome(person), [until, shown, hash].join(' '), seconds);
  }

  async function find(person: Person): Promise<OpenHome | undefined> {
    const [until = '', shown = '', hash] = (await store.get(keys.openHome(person)))?.split(' ') ?? [];
    return hash === undefined ? undefined : { until: Number(until), shown, hash: hash || undefined };
  }

  async function published(person: Person, view: HomeView, { hash }: Published): Promise<void> {
    const home = await find(person);
    if (home !== undefined) await note(person, { until: home.until, shown: fingerprint(view), hash });
  }

  return {
    async opened(person) {
      const { shown = '', hash } = (await find(person)) ?? {};
      await note(person, { until: secondsOf(clock) + OPEN_SECONDS, shown, hash });
    },
    published,
    async update(person, build, publish) {
      for (let nth = 1; nth <= TRIES; nth += 1) {
        const home = await find(person);
        if (home === undefined) return;
        const view = await build();
        if (home.shown === fingerprint(view)) return;
        if ((await limiter.consume(keys.homesUpdated())) > 0) return;
        const answer = await publish(view, nth < TRIES ? home.hash : undefined);
        if (answer !== 'conflict') return published(person, view, answer);
      }
    },
  };
}

/** Of all blocks but the last, which says when the tab was built. */
function fingerprint({ blocks }: HomeView): string {
  return createHash('sha256')
    .update(JSON.stringify(blocks.slice(0, -1)))
    .digest('base64url');
}
