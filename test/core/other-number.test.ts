import { describe, expect, test } from 'vitest';
import { hasOtherNumber, otherNumbersOf } from '../../src/core/other-number.ts';
import { decoded } from '../support/decoded.ts';

describe('the other numbers of a meeting', () => {
  test('are its conference number and its attendee password', () => {
    expect(otherNumbersOf(decoded())).toEqual([
      { kind: 'conference-number', digits: '239700001' },
      { kind: 'attendee-password', digits: '201501990002700001' },
    ]);
  });

  test.each([
    ['a conference number with leading zeros, as it is typed', { conferenceId: '000123' }, ['123']],
    ['no conference number of letters', { conferenceId: 'room-7' }, []],
    ['no conference number of zeros', { conferenceId: '000' }, []],
    ['an attendee password with its zeros', { pcode2: '0001234567890' }, ['0001234567890']],
    ['no attendee password of twelve digits', { pcode2: '123456789012' }, []],
    ['no attendee password of letters', { pcode2: '1234567890123x' }, []],
  ])('are %s', (_what, fields, digits) => {
    const bare = { conferenceId: '', pcode2: '' };
    expect(otherNumbersOf(decoded({ ...bare, ...fields })).map((number) => number.digits)).toEqual(digits);
  });

  test('do not have an attendee password that is the host password too', () => {
    const same = '2015019900019';
    expect(otherNumbersOf(decoded({ conferenceId: '', pcode1: same, pcode2: same }))).toEqual([]);
  });

  test('are each of their kind', () => {
    const digits = '201501990002700001';
    expect(hasOtherNumber(decoded(), { kind: 'attendee-password', digits })).toBe(true);
    expect(hasOtherNumber(decoded(), { kind: 'conference-number', digits })).toBe(false);
  });
});
