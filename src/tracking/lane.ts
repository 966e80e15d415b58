import type { EventId } from '../core/ids.ts';
import { eventId } from '../core/ids.ts';
import type { Clock } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { DueTimes } from '../storage/due-times.ts';
import type { Keys } from '../storage/keys.ts';
import type { RateLimiter } from '../storage/rate-limiter.ts';
import { dueAt } from './importance.ts';
import type { TrackingReports } from './tracking-reports.ts';
import type { CardOutcome, UpdateCard } from './update-card.ts';

/** Cards that one claim of the lane updates at most. Each takes three calls of two and a half seconds at the worst. */
const CARDS_AT_A_TIME = 5;

export interface LaneOptions {
  /** The cards of this tenant that wait: `<event>/<card>`. */
  readonly waiting: DueTimes;
  readonly limiter: RateLimiter;
  /** Knows how long Slack's limit lasts, in all processes: a card that comes to wait meanwhile wakes the lane. */
  readonly cache: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'updates' | 'laneWait'>;
  readonly update: UpdateCard;
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly report: TrackingReports;
}

export const laneMember = (event: EventId, id: string): string => `${event}/${id}`;

/**
 * Updates the cards of one tenant that wait, the most important first, no more than the limit allows. Resolves to when to go on, in
 * milliseconds; undefined where no card waits. Rejects with `StorageUnavailable`.
 */
export function lane(options: LaneOptions): () => Promise<number | undefined> {
  const { waiting, limiter, cache, keys, update, clock, leaseMs, report } = options;

  return async () => {
    const limitedUntil = Number(await cache.get(keys.laneWait));
    if (limitedUntil > clock()) return waitsForSlack(limitedUntil);
    for (let nth = 0; nth < CARDS_AT_A_TIME; nth += 1) {
      const earliest = await waiting.oldest();
      if (earliest === undefined || earliest > clock()) return earliest;
      const seconds = await limiter.consume(keys.updates);
      if (seconds > 0) {
        report.laneWaited('own-limit');
        return clock() + seconds * 1000;
      }
      const [claimed] = await waiting.claim(clock(), leaseMs, 1);
      if (claimed === undefined) continue;
      const outcome = await updateMember(claimed.member);
      const next = outcome.kind === 'done' ? undefined : dueAgain(outcome);
      await waiting.settle(claimed, next);
      if (outcome.kind === 'limited') {
        const until = clock() + outcome.afterMs;
        await cache.set(keys.laneWait, String(until), Math.ceil(outcome.afterMs / 1000));
        return waitsForSlack(until);
      }
    }
    return clock();
  };

  function waitsForSlack(until: number): number {
    report.laneWaited('slack-limit');
    return until;
  }

  /** A card that Slack's limit stopped stays in its place: the whole lane waits. */
  function dueAgain({ kind, afterMs, changes }: Exclude<CardOutcome, { kind: 'done' }>): number {
    return kind === 'limited' ? dueAt(clock(), changes) : clock() + afterMs;
  }

  async function updateMember(member: string): Promise<CardOutcome> {
    const [digits = '', id = ''] = member.split('/');
    const event = eventId(digits);
    return event === undefined ? { kind: 'done' } : update(event, id);
  }
}
