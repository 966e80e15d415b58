import { describe, expect, test } from 'vitest';
import { StorageUnavailable } from '../../src/storage/durable-store.ts';
import { memoryRecords } from '../../src/storage/memory/durable-records.ts';
import type { Sent } from '../../src/tracking/card-sender.ts';
import { reservation, sendOnce } from '../../src/tracking/send-once.ts';

/** Two processes on one storage, the first of which may get no answer to its writes, though they are done. */
function twoProcesses() {
  const records = memoryRecords(Date.now);
  const storage = { isSilent: false };
  const silent = {
    ...records,
    async setFieldIfAbsent(...args: Parameters<typeof records.setFieldIfAbsent>) {
      const isSet = await records.setFieldIfAbsent(...args);
      if (storage.isSilent) throw new StorageUnavailable('setFieldIfAbsent');
      return isSet;
    },
  };
  let tokens = 0;
  const nonce = (): string => {
    tokens += 1;
    return `token ${tokens}`;
  };
  const shared = { key: 'record', field: 'note', expirySeconds: 60, nonce };
  return {
    storage,
    first: reservation({ records: silent, ...shared }),
    second: reservation({ records, ...shared }),
  };
}

describe('what is sent once over all processes', () => {
  test('is sent by whoever reserves it first', async () => {
    const { first, second } = twoProcesses();
    const sent: string[] = [];
    const send = (by: string) => async (): Promise<Sent> => {
      sent.push(by);
      return { kind: 'sent' };
    };
    expect(await sendOnce(second, send('second'))).toEqual({ kind: 'sent' });
    expect(await sendOnce(first, send('first'))).toEqual({ kind: 'reserved' });
    expect(sent).toEqual(['second']);
  });

  test.each([
    ['limited', { kind: 'limited', afterMs: 1 }],
    ['retry', { kind: 'retry' }],
  ] as const)('can be sent again after %s, which is certainly not sent', async (_kind, sent) => {
    const { first, second } = twoProcesses();
    expect(await sendOnce(first, async () => sent)).toEqual(sent);
    expect(await second.reserve()).toBe(true);
  });

  test.each(['unknown', 'gone', 'uninstalled'] as const)(
    'is not sent again after %s, which may be sent or of no use',
    async (kind) => {
      const { first, second } = twoProcesses();
      expect(await sendOnce(first, async () => ({ kind }))).toEqual({ kind });
      expect(await second.reserve()).toBe(false);
    },
  );

  test('is not lost by a reservation that the storage made without saying so', async () => {
    const { storage, first, second } = twoProcesses();
    storage.isSilent = true;
    await expect(sendOnce(first, async () => ({ kind: 'sent' }))).rejects.toThrow(StorageUnavailable);
    expect(await second.reserve()).toBe(true);
  });

  test('is not sent twice after the storage did not tell one process of the other’s reservation', async () => {
    const { storage, first, second } = twoProcesses();
    await sendOnce(second, async () => ({ kind: 'sent' }));
    storage.isSilent = true;
    await expect(first.reserve()).rejects.toThrow(StorageUnavailable);
    storage.isSilent = false;
    expect(await first.reserve()).toBe(false);
  });
});
