import { expect, test } from 'vitest';
import { NO_REPORT } from '../../src/conference/vendor.ts';
import { isChannelId } from '../../src/core/channel.ts';
import { eventId } from '../../src/core/ids.ts';
import type { Reminder, ReminderName } from '../../src/core/reminder.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { zoneName } from '../../src/core/time.ts';
import { StorageUnavailable } from '../../src/storage/durable-store.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryRecords } from '../../src/storage/memory/durable-records.ts';
import { reminderStore } from '../../src/tracking/reminders/reminder-store.ts';
import { sendReminder } from '../../src/tracking/reminders/send-reminder.ts';
import { personOf } from '../support/person.ts';
import { second } from '../support/units.ts';

function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is there.');
  return value;
}

const START = second(1_924_911_000);
const name: ReminderName = { event: sure(eventId('649128')), firstStart: START };
const reminder: Reminder = {
  person: personOf('T1', 'U1'),
  minutes: 10,
  setAt: 1,
  at: { start: START, previous: undefined, next: undefined },
  end: undefined,
  zone: sure(zoneName('Asia/Shanghai')),
  missingSince: undefined,
  seenWith: undefined,
};
const step = { kind: 'remind-without', lookup: { kind: 'timeout', report: NO_REPORT } } as const;

test('a reservation that the storage made without saying so does not cost the reminder', async () => {
  let isFailing = true;
  const records = memoryRecords(Date.now);
  const keys = storageKeys(Buffer.alloc(32))(sure(tenantId('T1')));
  const store = reminderStore(
    {
      ...records,
      async setFieldIfAbsent(...args) {
        const isSet = await records.setFieldIfAbsent(...args);
        if (isFailing) throw new StorageUnavailable('setFieldIfAbsent');
        return isSet;
      },
    },
    keys,
    () => 'once',
  );
  const posted: string[] = [];
  const channel = 'D0DIRECT';
  if (!isChannelId(channel)) throw new Error('It is a channel.');
  const card = async () => ({ blocks: [], text: 'soon' });
  const send = sendReminder({
    store,
    sender: {
      openDirect: async () => ({ kind: 'opened', channel }),
      async post(_channel, { text }) {
        posted.push(text);
        return { kind: 'sent' };
      },
    },
    cards: { reminder: card, calledOff: card, calledOffGone: card, withoutMeeting: card },
    clock: Date.now,
    report: { reminderTried: () => {}, cardRefused: () => {} },
  });
  await store.put(name, reminder);
  await expect(send({ name, reminder }, step)).rejects.toThrow(StorageUnavailable);
  expect(posted).toEqual([]);
  isFailing = false;
  expect(await send({ name, reminder }, step)).toEqual({ kind: 'done' });
  expect(posted).toEqual(['soon']);
  expect(await store.ofPerson(reminder.person)).toEqual([]);
});
