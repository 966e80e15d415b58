import { lookupLimit } from '../../src/conference/lookup-limit.ts';
import { lookups } from '../../src/conference/lookups.ts';
import { meetingMemory } from '../../src/conference/meeting-cache.ts';
import { WORK_LIMITS } from '../../src/conference/work-limits.ts';
import { bulkhead } from '../../src/lib/bulkhead.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { tracking } from '../../src/tracking/tracking.ts';
import { TRACKING_LIMITS } from '../../src/tracking/tracking-limits.ts';
import type { TrackingReports } from '../../src/tracking/tracking-reports.ts';
import type { SimulatedWorkspace, WorkspaceOptions } from './workspace.ts';

const QUESTION_MS = 2000;
const KEEP_SECONDS = 86_400;

export const SILENT: TrackingReports = {
  cardUpdated: () => {},
  noteSent: () => {},
  reminderTried: () => {},
  cardRefused: fail,
  cardNotFollowed: fail,
  laneWaited: () => {},
  surplusForgotten: () => {},
};

function fail(error: unknown): never {
  throw new Error(`the tracker failed: ${String(error)}`);
}

/** The app's own tracker, lookups and storage in memory. Only the due times, the limiter's clock, Slack and the vendor are the simulation's. */
export function wholeApp(options: WorkspaceOptions): SimulatedWorkspace {
  const { clock, keys, vendor, rateLimiter } = options;
  const storage = inMemory(clock);
  const lookedUp = lookups({
    vendor,
    cache: storage.cache,
    mirroredCache: storage.mirroredCache,
    leases: storage.leases,
    keys,
    limits: lookupLimit(Number.MAX_SAFE_INTEGER, rateLimiter, keys),
    memory: meetingMemory(),
    teaching: bulkhead(WORK_LIMITS.teaching),
    clock,
    nonce: nonces(),
    ttl: { freshSeconds: undefined, keepSeconds: KEEP_SECONDS },
    questionMs: QUESTION_MS,
    onCacheLookup: () => {},
  });
  const followed = tracking({
    ...options,
    records: storage.records,
    cache: storage.cache,
    meetings: lookedUp.meetings,
    findLive: lookedUp.live,
    reminderCards: { reminder: nobody, calledOff: nobody, calledOffGone: nobody, withoutMeeting: nobody },
    nonce: nonces(),
    everySeconds: undefined,
    updatesPerMinute: TRACKING_LIMITS.updatesPerMinute,
    cardsPerMeeting: Number.POSITIVE_INFINITY,
    report: SILENT,
  });
  return {
    follow: (found, place) => followed.follow({ found, running: undefined }, place),
    check: followed.check,
    updateWaiting: followed.updateWaiting,
  };
}

/** Nobody is reminded of anything. */
const nobody = async (): Promise<never> => fail('a reminder');

function nonces(): () => string {
  let nth = 0;
  return () => {
    nth += 1;
    return String(nth);
  };
}

function inMemory(clock: () => number): Storage {
  return openStorage({
    redis: undefined,
    stateRedis: undefined,
    sealKeys: [Buffer.alloc(32)],
    clock,
    behind: new WriteBehind(fail),
    onConnectionFault: fail,
    onFault: fail,
    onState: () => {},
    onDurableFault: fail,
    onDurableState: () => {},
  });
}
