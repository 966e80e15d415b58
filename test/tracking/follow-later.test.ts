import { beforeEach, expect, test, vi } from 'vitest';
import type { FoundMeeting } from '../../src/conference/lookup.ts';
import { isChannelId } from '../../src/core/channel.ts';
import type { PostedCard } from '../../src/core/posted-card.ts';
import { StorageUnavailable } from '../../src/storage/durable-store.ts';
import { followLater } from '../../src/tracking/follow-later.ts';
import type { ShownMeeting } from '../../src/tracking/followers.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const RETRY_MS = 1000;
const meeting = decoded({ eventId: 649128, startTime: 1_924_911_000, status: 1 });
const found: FoundMeeting = {
  kind: 'found',
  meeting,
  occurrences: [meeting],
  asOf: second(1_924_911_000),
  freshness: 'fresh',
  rights: 'current',
};

const shown: ShownMeeting = { found, running: undefined };

function cardAt(ts: string): PostedCard {
  const channel = 'C0TEAM';
  if (!isChannelId(channel)) throw new Error('It is a channel.');
  return { kind: 'message', channel, ts, threadTs: undefined, sharedBy: undefined };
}

/** Cards that wait for a storage that is away until the test says otherwise, and each try to write one of them down. */
function waitingCards() {
  const tried: string[] = [];
  const storage = { isAway: true };
  const later = followLater({
    followers: {
      async follow(_found, { ts }) {
        tried.push(ts);
        if (storage.isAway) throw new StorageUnavailable('setField');
      },
    },
    onFailure: () => {},
  });
  return { tried, storage, later };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return () => void vi.useRealTimers();
});

test('a card that cannot be written down is tried each second until it can, and then no more', async () => {
  const { tried, storage, later } = waitingCards();
  await later.follow(shown, cardAt('1'));
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  storage.isAway = false;
  await vi.advanceTimersByTimeAsync(3 * RETRY_MS);
  expect(tried).toEqual(['1', '1', '1']);
});

test('cards that wait are given up when they are to be forgotten', async () => {
  const { tried, storage, later } = waitingCards();
  await later.follow(shown, cardAt('1'));
  await later.follow(shown, cardAt('2'));
  await later.forgetWaiting();
  storage.isAway = false;
  await vi.advanceTimersByTimeAsync(3 * RETRY_MS);
  expect(tried).toEqual(['1', '2']);
});
