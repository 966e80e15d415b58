import { expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import type { FoundMeeting } from '../../src/conference/lookup.ts';
import { trackedMeeting } from '../../src/core/changes.ts';
import { isChannelId } from '../../src/core/channel.ts';
import { occurrenceOf } from '../../src/core/occurrence.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryRecords } from '../../src/storage/memory/durable-records.ts';
import { sharedCards } from '../../src/tracking/shared-card.ts';
import { trackedStore } from '../../src/tracking/tracked-store.ts';
import { updateCard } from '../../src/tracking/update-card.ts';
import { decoded } from '../support/decoded.ts';
import { SETTINGS } from '../support/rules.ts';
import { second } from '../support/units.ts';

const START = 1_924_911_000;
const NOW = second(START - 600);

test('a card that is forgotten while Slack changes it gets no note in its thread', async () => {
  const [tenant, channel] = [tenantId('T1'), 'C0TEAM'];
  if (tenant === undefined || !isChannelId(channel)) throw new Error('They are ids.');
  const keys = storageKeys(Buffer.alloc(32))(tenant);
  const store = trackedStore(memoryRecords(Date.now), keys, () => 'once');
  const meeting = decoded({ eventId: 649128, startTime: START, endTime: START + 3600, status: 1 });
  const { eventId: event } = meeting;
  const last = trackedMeeting(meeting, NOW, {});
  const known = {
    since: NOW,
    last,
    endedAt: undefined,
    running: undefined,
    missing: undefined,
    seenWith: undefined,
  };
  await store.addOccurrence(event, 'only', { ...known, at: occurrenceOf(meeting, [meeting]) });
  const place = {
    kind: 'message',
    channel,
    ts: '1',
    threadTs: undefined,
    sharedBy: undefined,
    reach: 'company',
  } as const;
  await store.putCard(event, 'card', {
    place,
    occurrence: 'only',
    shown: last,
    fingerprint: '',
    attempts: 0,
  });
  const cancelled = { ...meeting, status: 'cancelled' } as const;
  const found: FoundMeeting = {
    kind: 'found',
    meeting: cancelled,
    occurrences: [cancelled],
    asOf: NOW,
    freshness: 'fresh',
    rights: 'current',
  };
  const called: string[] = [];
  const update = updateCard({
    store,
    meetings: { find: async () => found },
    sender: {
      async update() {
        called.push('update');
        await store.removeCard(event, 'card');
        return { kind: 'sent' };
      },
      unfurl: async () => ({ kind: 'sent' }),
      async note() {
        called.push('note');
        return { kind: 'sent' };
      },
      openDirect: async () => ({ kind: 'gone' }),
      post: async () => ({ kind: 'sent' }),
    },
    cardsIn: async () => sharedCards({ words: en, rules: SETTINGS, menu: [] }),
    keys,
    clock: () => NOW * 1000,
    report: {
      cardUpdated: () => {},
      noteSent: () => {},
      reminderTried: () => {},
      cardRefused: () => {},
      cardNotFollowed: () => {},
      laneWaited: () => {},
      surplusForgotten: () => {},
    },
    onForgotten: async () => {},
  });
  expect(await update(event, 'card')).toEqual({ kind: 'done' });
  expect(called).toEqual(['update']);
});
