import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { MaxAge } from './lookup.ts';
import type { CachedMeeting, MeetingCache } from './meeting-cache.ts';
import type { LatestAnswer, StoredAnswer } from './stored-answer.ts';
import { type Age, ageOf, type TtlOptions } from './ttl-policy.ts';

/** An answer that is not expired. One that is not the latest is stale, however young. */
export interface AgedMeeting extends CachedMeeting {
  readonly age: Exclude<Age, 'expired'>;
}

/** The meeting cache, read by the TTL policy. */
export interface CacheReader {
  /** The answer in this process's memory, while it is fresh. */
  localFresh(id: EventId, maxAge: MaxAge | undefined): StoredAnswer | undefined;
  read(id: EventId, maxAge: MaxAge | undefined): Promise<AgedMeeting | undefined>;
  /** The latest answer, if it is fresh or was given at `since` or later, and not withdrawn. */
  freshOrSince(
    id: EventId,
    maxAge: MaxAge | undefined,
    since: UnixSeconds | undefined,
  ): Promise<LatestAnswer | undefined>;
}

export interface CacheReaderOptions {
  readonly cache: Pick<MeetingCache, 'local' | 'read'>;
  readonly clock: Clock;
  readonly ttl: TtlOptions;
}

export function cacheReader({ cache, clock, ttl }: CacheReaderOptions): CacheReader {
  const ageNow = (answer: StoredAnswer, maxAge: MaxAge | undefined): Age =>
    ageOf(answer, secondsOf(clock), ttl, maxAge);

  return {
    localFresh(id, maxAge) {
      const answer = cache.local(id);
      return answer !== undefined && ageNow(answer, maxAge) === 'fresh' ? answer : undefined;
    },
    async read(id, maxAge) {
      const cached = await cache.read(id);
      if (cached === undefined) return undefined;
      const age = ageNow(cached.answer, maxAge);
      return age === 'expired' ? undefined : { ...cached, age: cached.isLatest ? age : 'stale' };
    },
    async freshOrSince(id, maxAge, since) {
      const cached = await cache.read(id);
      if (cached === undefined || !cached.isLatest || cached.answer.kind === 'withdrawn') return undefined;
      const isSince = since !== undefined && cached.answer.at >= since;
      return isSince || ageNow(cached.answer, maxAge) === 'fresh' ? cached.answer : undefined;
    },
  };
}
