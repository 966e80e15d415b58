import type { FindLive } from '../conference/live-meetings.ts';
import type { Meetings } from '../conference/lookup.ts';
import { checkOffset } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import { eventId } from '../core/ids.ts';
import type { AskedWith, TenantId } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { DueTimes } from '../storage/due-times.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import { DUE, type Keys } from '../storage/keys.ts';
import type { RateLimiterFactory } from '../storage/rate-limiter.ts';
import type { CardSender } from './card-sender.ts';
import { checkMeeting } from './check-meeting.ts';
import { dueMember, LEASE_MS } from './due-loop.ts';
import { type Follow, followLater } from './follow-later.ts';
import { type Followers, followers } from './followers.ts';
import { forgetTenant } from './forget-tenant.ts';
import { lane, laneMember } from './lane.ts';
import { remind } from './reminders/remind.ts';
import type { ReminderCards } from './reminders/reminder-cards.ts';
import { reminderStore } from './reminders/reminder-store.ts';
import { type Reminders, reminders } from './reminders/reminders.ts';
import { sendReminder } from './reminders/send-reminder.ts';
import type { SharedCardsIn } from './shared-card.ts';
import { trackedStore } from './tracked-store.ts';
import type { TrackingReports } from './tracking-reports.ts';
import { updateCard } from './update-card.ts';

export interface TrackingOptions {
  readonly tenant: TenantId;
  /** The account that the tenant asks with. */
  readonly askedWith: AskedWith;
  readonly keys: Keys;
  readonly records: DurableRecords;
  readonly dueTimes: (key: string) => DueTimes;
  readonly cache: CacheStore;
  readonly rateLimiter: RateLimiterFactory;
  readonly meetings: Pick<Meetings, 'find'>;
  readonly findLive: FindLive;
  readonly cardsIn: SharedCardsIn;
  readonly reminderCards: ReminderCards;
  readonly sender: CardSender;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly everySeconds: number | undefined;
  readonly updatesPerMinute: number;
  readonly cardsPerMeeting: number;
  readonly report: TrackingReports;
}

/** The tracker of one tenant. */
export interface Tracking {
  readonly followers: Followers;
  /** From now on a card that was posted follows its meeting: at once, or as soon as the durable storage answers. Never rejects. */
  readonly follow: Follow;
  /** What is due: a meeting is asked about. */
  check(id: string): Promise<number | undefined>;
  /** What is due: cards that wait are updated. */
  updateWaiting(): Promise<number | undefined>;
  readonly reminders: Reminders;
  /** What is due: the reminders of a meeting. */
  remind(id: string): Promise<number | undefined>;
  /** Deletes what is followed and every reminder. Nothing is asked or sent for this tenant afterwards. Rejects with `StorageUnavailable`. */
  forgetTenant(): Promise<void>;
}

/** All tenants have one set of lanes; a tenant's member in it needs no name of its own. */
const LANE = 'lane';

export function tracking(options: TrackingOptions): Tracking {
  const { tenant, keys, dueTimes, cache, clock, nonce, report } = options;
  const store = trackedStore(options.records, keys, nonce);
  const checks = dueTimes(DUE.checks);
  const lanes = dueTimes(DUE.lanes);
  const counted = dueTimes(DUE.cards);
  const waiting = dueTimes(keys.lane);
  const reminderTimes = dueTimes(DUE.reminders);
  const offset = checkOffset(tenant);
  const onForgotten = (event: EventId, id: string): Promise<void> =>
    counted.remove(dueMember(tenant, `${event}/${id}`));
  const check = checkMeeting({
    ...options,
    store,
    hints: cache,
    offset,
    enqueue: (event, id, at) => waiting.scheduleBy(laneMember(event, id), at),
    onEnqueued: () => lanes.scheduleBy(dueMember(tenant, LANE), clock()),
    onForgotten,
    onSurplus: report.surplusForgotten,
    onTimesChanged: (event) => reminderTimes.bringForward(dueMember(tenant, event), clock()),
  });
  const updateWaiting = lane({
    waiting,
    limiter: options.rateLimiter({ points: options.updatesPerMinute, seconds: 60 }),
    cache,
    keys,
    update: updateCard({ ...options, store, onForgotten }),
    clock,
    leaseMs: LEASE_MS,
    report,
  });

  const own = followers({
    ...options,
    store,
    checks,
    reminders: reminderTimes,
    counted,
    hints: cache,
    offset,
  });
  const reminded = reminderStore(options.records, keys, nonce);
  const sendReminders = remind({
    ...options,
    store: reminded,
    send: sendReminder({ ...options, store: reminded, cards: options.reminderCards }),
  });

  const later = followLater({ followers: own, onFailure: report.cardNotFollowed });

  return {
    followers: own,
    follow: later.follow,
    async check(id) {
      const event = eventId(id);
      return event === undefined ? undefined : check(event);
    },
    updateWaiting,
    reminders: reminders({ ...options, store: reminded, times: reminderTimes }),
    async remind(id) {
      const event = eventId(id);
      return event === undefined ? undefined : sendReminders(event);
    },
    forgetTenant: forgetTenant({
      tenant,
      tracked: store,
      reminded,
      later,
      checks,
      counted,
      lanes,
      reminders: reminderTimes,
      waiting,
      forgetLaneWait: () => cache.delete(keys.laneWait),
    }),
  };
}
