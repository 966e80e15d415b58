import { describe, expect, test } from 'vitest';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { movedTime } from '../support/moved-time.ts';

const behindOf = (failures: unknown[] = []) => new WriteBehind((error) => failures.push(error));

/** A write that ends when it is told to, and how often it began. */
function heldWrite() {
  const ends: (() => void)[] = [];
  return {
    begun: () => ends.length,
    write: () => new Promise<void>((resolve) => ends.push(resolve)),
    end: () => ends.at(-1)?.(),
  };
}

describe('writes behind the answer', () => {
  test('under one key within a tenth of a second are one write, made after it', async () => {
    const time = movedTime();
    const behind = behindOf();
    const { write, begun } = heldWrite();
    for (let nth = 0; nth < 5; nth += 1) behind.schedule('one', write);
    await time.pass(99);
    expect(begun()).toBe(0);
    await time.pass(1);
    expect(begun()).toBe(1);
  });

  test('under one key are never in progress together', async () => {
    const time = movedTime();
    const behind = behindOf();
    const { write, begun, end } = heldWrite();
    behind.schedule('one', write);
    await time.pass(100);
    behind.schedule('one', write);
    await time.pass(1000);
    expect(begun()).toBe(1);
    end();
    await time.pass(100);
    expect(begun()).toBe(2);
  });

  test('are made at once when the process ends, those that are scheduled meanwhile included', async () => {
    movedTime();
    const behind = behindOf();
    const made: string[] = [];
    behind.schedule('one', async () => {
      made.push('one');
      behind.schedule('two', async () => void made.push('two'));
    });
    await behind.flush();
    expect(made).toEqual(['one', 'two']);
  });

  test('that fail are reported, and do not stop the others', async () => {
    const failures: unknown[] = [];
    const behind = behindOf(failures);
    const made: string[] = [];
    behind.schedule('one', () => Promise.reject(new Error('no')));
    behind.schedule('two', async () => void made.push('two'));
    await behind.flush();
    expect([failures, made]).toEqual([[new Error('no')], ['two']]);
  });

  test('can be waited for by their key while they are in progress', async () => {
    const time = movedTime();
    const behind = behindOf();
    const { write, end } = heldWrite();
    behind.schedule('one', write);
    await time.pass(100);
    let isSettled = false;
    const settled = behind.settled('one').then(() => (isSettled = true));
    await time.pass(0);
    expect(isSettled).toBe(false);
    end();
    await settled;
  });
});
