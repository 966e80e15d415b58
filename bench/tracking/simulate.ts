import { foundMeeting } from '../../src/conference/found-meeting.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { secondsOf } from '../../src/core/time.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import type { Claimed, DueTimes } from '../../src/storage/due-times.ts';
import { DUE, storageKeys } from '../../src/storage/keys.ts';
import { rateLimiters } from '../../src/storage/rate-limiter.ts';
import { LEASE_MS } from '../../src/tracking/due-loop.ts';
import type { SharedCards } from '../../src/tracking/shared-card.ts';
import { TRACKING_LIMITS } from '../../src/tracking/tracking-limits.ts';
import { Random } from '../random.ts';
import { countingSender, countingVendor } from './counting.ts';
import { heapDueTimes } from './due-heap.ts';
import { type PlannedCard, type PlannedMeeting, planWorkspace } from './plan.ts';
import { plannedVendor } from './planned-vendor.ts';
import { pointCounters } from './point-counters.ts';
import { Tally } from './tally.ts';
import { placeOf, templateMeeting } from './template.ts';
import { watchedLane } from './watched-lane.ts';
import { HOUR, MONDAY, RUN_UP, WEEK } from './week.ts';
import type { SimulatedWorkspace, WorkspaceOptions } from './workspace.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly meetings: number;
  readonly cards: SharedCards;
  readonly workspaceOf: (options: WorkspaceOptions) => SimulatedWorkspace;
  readonly mayListLive: boolean;
}

/** The week of one workspace. Whatever is due is done in the second in which it is due: no time passes but that of the lane. */
export async function simulate(options: SimulationOptions): Promise<Tally> {
  const { seed, meetings, cards, workspaceOf, mayListLive } = options;
  const tally = new Tally();
  const tenant = tenantId(`T${seed}`);
  if (tenant === undefined) throw new RangeError('no tenant id');
  let now = (MONDAY - RUN_UP) * 1000;
  const clock = (): number => now;
  const second = (): number => secondsOf(clock);
  const plan = planWorkspace(new Random(seed), meetings);
  const planned = plannedVendor(plan, templateMeeting(), clock, mayListLive);
  const keys = storageKeys(Buffer.alloc(32))(tenant);
  const dueTimes = dueTimesByKey((key) =>
    key === keys.lane
      ? watchedLane(heapDueTimes(), clock, (by, ms) => tally.waited(by, second(), ms / 1000))
      : heapDueTimes(),
  );
  const behind = new WriteBehind((error) => {
    throw error;
  });
  const workspace = workspaceOf({
    tenant,
    askedWith: 'deployment',
    clock,
    keys,
    cardsIn: async () => cards,
    dueTimes,
    rateLimiter: rateLimiters(pointCounters(clock), behind, clock),
    sender: countingSender(tally, second),
    vendor: countingVendor(planned, tally, second),
  });

  async function follow({ nth, card }: Sharing, place: number): Promise<void> {
    const occurrences = planned.occurrencesOf(planned.idOf(nth));
    const at = secondsOf(clock);
    await workspace.follow(
      foundMeeting({ kind: 'found', at, occurrences }, at, 'fresh', 'current'),
      placeOf(card, place),
    );
  }

  const sharings = sharingsOf(plan);
  const [checks, lanes, followed] = [dueTimes(DUE.checks), dueTimes(DUE.lanes), dueTimes(DUE.cards)];
  const end = (MONDAY + WEEK) * 1000;
  let nextSharing = 0;
  for (;;) {
    const due = [
      await checks.oldest(),
      await lanes.oldest(),
      (sharings[nextSharing]?.card.at ?? Number.NaN) * 1000,
    ];
    const next = Math.min(...due.map((at) => (at === undefined || Number.isNaN(at) ? end : at)));
    const tick = Math.max(now + 1000, Math.ceil(next / 1000) * 1000);
    for (let hour = Math.floor(now / 1000 / HOUR) + 1; hour * HOUR <= Math.min(tick, end) / 1000; hour += 1)
      tally.followed(hour * HOUR, await checks.size(), await followed.size());
    if (tick >= end) break;
    now = tick;
    for (; (sharings[nextSharing]?.card.at ?? Number.POSITIVE_INFINITY) <= second(); nextSharing += 1) {
      const sharing = sharings[nextSharing];
      if (sharing !== undefined) await follow(sharing, nextSharing);
    }
    await take(checks, now, async (id) => {
      tally.count('checks', second());
      return workspace.check(id);
    });
    await take(lanes, now, async () => {
      const again = await workspace.updateWaiting();
      if (again !== undefined && again > now) tally.count('waits', second());
      return again;
    });
    await behind.flush();
  }
  return tally;
}

/** As the due loop does at a tick. */
async function take(
  times: DueTimes,
  now: number,
  run: (id: string) => Promise<number | undefined>,
): Promise<void> {
  let claimed: readonly Claimed[] = [];
  do {
    claimed = await times.claim(now, LEASE_MS, TRACKING_LIMITS.atOnce);
    for (const one of claimed)
      await times.settle(one, await run(one.member.slice(one.member.indexOf('/') + 1)));
  } while (claimed.length === TRACKING_LIMITS.atOnce);
}

interface Sharing {
  readonly nth: number;
  readonly card: PlannedCard;
}

function sharingsOf(plan: readonly PlannedMeeting[]): readonly Sharing[] {
  return plan
    .flatMap(({ occurrences }, nth) =>
      occurrences.flatMap(({ cards }) => cards.map((card) => ({ nth, card }))),
    )
    .sort((one, other) => one.card.at - other.card.at);
}

function dueTimesByKey(make: (key: string) => DueTimes): (key: string) => DueTimes {
  const made = new Map<string, DueTimes>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
