import { foundMeeting } from '../../src/conference/found-meeting.ts';
import type { FindLive, LiveMeetings } from '../../src/conference/live-meetings.ts';
import type { Meetings } from '../../src/conference/lookup.ts';
import type { Occurrences } from '../../src/conference/vendor.ts';
import { checkOffset } from '../../src/core/check-times.ts';
import type { EventId } from '../../src/core/ids.ts';
import { eventId } from '../../src/core/ids.ts';
import { secondsOf, type UnixSeconds } from '../../src/core/time.ts';
import { DUE } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { checkMeeting } from '../../src/tracking/check-meeting.ts';
import { dueMember, LEASE_MS } from '../../src/tracking/due-loop.ts';
import { followers } from '../../src/tracking/followers.ts';
import { lane, laneMember } from '../../src/tracking/lane.ts';
import { TRACKING_LIMITS } from '../../src/tracking/tracking-limits.ts';
import { updateCard } from '../../src/tracking/update-card.ts';
import { objectStore } from './object-store.ts';
import { SILENT } from './whole-app.ts';
import type { SimulatedWorkspace, WorkspaceOptions } from './workspace.ts';

/** As long as the app uses a list of live meetings, and a refusal of it. */
const LIST_SECONDS = 30;
const REFUSED_SECONDS = 60 * 60;

const LANE = 'lane';

/**
 * The rules of the tracker (checks, changes, followers, lane, updates) as the app has them, without what only costs time: stored texts,
 * rendered cards, and the layers of the cache. `tracking-simulation.test.ts` and the bench compare it with the whole app.
 */
export function rulesAlone(options: WorkspaceOptions): SimulatedWorkspace {
  const { tenant, clock, keys, dueTimes, rateLimiter } = options;
  const store = objectStore();
  const meetings = plainMeetings(options);
  const checks = dueTimes(DUE.checks);
  const lanes = dueTimes(DUE.lanes);
  const counted = dueTimes(DUE.cards);
  const waiting = dueTimes(keys.lane);
  const onForgotten = (event: EventId, id: string): Promise<void> =>
    counted.remove(dueMember(tenant, `${event}/${id}`));
  const check = checkMeeting({
    ...options,
    store,
    meetings,
    findLive: plainLive(options),
    hints: { get: async () => undefined },
    everySeconds: undefined,
    onSurplus: () => {},
    cardsPerMeeting: Number.POSITIVE_INFINITY,
    offset: checkOffset(tenant),
    enqueue: (event, id, at) => waiting.scheduleBy(laneMember(event, id), at),
    onEnqueued: () => lanes.scheduleBy(dueMember(tenant, LANE), clock()),
    onForgotten,
    onTimesChanged: async () => {},
  });
  const own = followers({
    ...options,
    store,
    checks,
    counted,
    reminders: { bringForward: async () => {} },
    hints: { setIfAbsent: async () => true },
    everySeconds: undefined,
    cardsPerMeeting: Number.POSITIVE_INFINITY,
    offset: checkOffset(tenant),
  });
  return {
    follow: (found, place) => own.follow({ found, running: undefined }, place),
    async check(id) {
      const event = eventId(id);
      return event === undefined ? undefined : check(event);
    },
    updateWaiting: lane({
      ...options,
      waiting,
      cache: memoryCache(clock),
      limiter: rateLimiter({ points: TRACKING_LIMITS.updatesPerMinute, seconds: 60 }),
      update: updateCard({ ...options, store, meetings, report: SILENT, onForgotten }),
      leaseMs: LEASE_MS,
      report: SILENT,
    }),
  };
}

/** An answer of the vendor's is used until it is older than is asked for. */
function plainMeetings({ vendor, clock }: WorkspaceOptions): Pick<Meetings, 'find'> {
  const answers = new Map<EventId, { readonly at: UnixSeconds; readonly occurrences: Occurrences }>();
  return {
    async find(reference, { maxAge } = {}) {
      if (reference.kind !== 'event' || typeof maxAge !== 'number') throw new RangeError('not a check');
      const now = secondsOf(clock);
      let known = answers.get(reference.eventId);
      if (known === undefined || now - known.at >= maxAge) {
        const answer = await vendor.findMeetings(reference);
        if (answer.kind !== 'found') throw new RangeError('the vendor of the simulation knows all meetings');
        known = { at: now, occurrences: answer.occurrences };
        answers.set(reference.eventId, known);
      }
      return foundMeeting({ kind: 'found', ...known }, now, 'fresh', 'current');
    },
  };
}

function plainLive({ vendor, clock }: WorkspaceOptions): FindLive {
  let known: { readonly at: UnixSeconds; readonly list: LiveMeetings } | undefined;
  return async (maxAge = LIST_SECONDS) => {
    const now = secondsOf(clock);
    const seconds = known?.list.kind === 'unknown' ? REFUSED_SECONDS - 1 : maxAge;
    if (known !== undefined && now - known.at <= seconds) return known.list;
    const answer = await vendor.listLive();
    const list: LiveMeetings =
      answer.kind === 'found'
        ? {
            kind: 'found',
            asOf: now,
            attendeeCounts: new Map(answer.meetings.map((one) => [one.eventId, one.attendeeCount])),
          }
        : { kind: 'unknown' };
    known = { at: now, list };
    return list;
  };
}
