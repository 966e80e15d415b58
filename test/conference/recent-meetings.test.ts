import { expect, test } from 'vitest';
import { recentMeetings } from '../../src/conference/recent-meetings.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { personOf } from '../support/person.ts';
import { eventOf } from '../support/units.ts';

test('a meeting that is written while the list is read is in the list', async () => {
  const id = tenantId('home');
  if (id === undefined) throw new Error('It is a tenant.');
  const store = memoryCache(Date.now);
  const behind = new WriteBehind((error) => {
    throw error;
  });
  let isFirst = true;
  const recents = recentMeetings({
    store: {
      ...store,
      async get(key) {
        const read = await store.get(key);
        const isRead = isFirst;
        isFirst = false;
        if (isRead) await behind.flush();
        return read;
      },
    },
    keys: storageKeys(Buffer.from('secret'))(id),
    behind,
  });
  const person = personOf('T1', 'U0A');
  recents.note(person, { eventId: eventOf('700001'), title: 'Review' });
  expect(await recents.list(person)).toEqual([{ eventId: '700001', title: 'Review' }]);
});
