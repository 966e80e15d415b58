import { expect, test } from 'vitest';
import { boundedMemo } from '../../src/lib/bounded-memo.ts';

/** A memo of at most `max` values, and the keys that it made a value for. */
function memoOf(max: number) {
  const made: string[] = [];
  const memo = boundedMemo(max, (key: string) => {
    made.push(key);
    return `value of ${key}`;
  });
  return { memo, made };
}

test('a value is made once for each key', () => {
  const { memo, made } = memoOf(2);
  expect(['a', 'b', 'a', 'b'].map(memo)).toEqual(['value of a', 'value of b', 'value of a', 'value of b']);
  expect(made).toEqual(['a', 'b']);
});

test('the least recently used value is made again if there are more keys than the limit', () => {
  const { memo, made } = memoOf(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) memo(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('a value that says no is stored as well', () => {
  let made = 0;
  const isEven = boundedMemo(2, (value: number) => {
    made += 1;
    return value % 2 === 0;
  });
  expect([isEven(1), isEven(1), isEven(2), made]).toEqual([false, false, true, 2]);
});

test('what cannot be made is tried again', () => {
  let tries = 0;
  const memo = boundedMemo(2, (_key: string): string => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return 'made';
  });
  expect(() => memo('a')).toThrow('not yet');
  expect(memo('a')).toBe('made');
});
