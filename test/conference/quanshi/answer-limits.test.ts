import { describe, expect, test } from 'vitest';
import { excessIn } from '../../../src/conference/quanshi/decoder/answer-limits.ts';
import { decodeMeetings } from '../../../src/conference/quanshi/decoder/meeting.ts';
import { zoneOf } from '../../support/units.ts';

const whole = { eventId: '1', startTime: '1924911000' };
const list = (count: number, entry: object = {}): object[] => Array.from({ length: count }, () => entry);

describe.each([
  ['attendList', 20_000],
  ['houseList', 2000],
  ['equipList', 2000],
  ['detailHouseList', 2000],
  ['btplRole', 4000],
])('%s', (name, max) => {
  test(`of ${max} entries is read`, () => {
    expect(excessIn([{ [name]: list(max) }])).toBeUndefined();
  });

  test('of one more is too long', () => {
    expect(excessIn([{ [name]: list(max + 1) }])).toBe(name);
  });

  test('is counted over all meetings of the answer', () => {
    expect(excessIn([{ [name]: list(max / 2) }, {}, { [name]: list(max / 2 + 1) }])).toBe(name);
  });

  test('that is not a list has no entries', () => {
    expect(excessIn([{ [name]: 'x'.repeat(max + 1) }, null, 7])).toBeUndefined();
  });
});

test('500 meetings are read, and 501 are too many', () => {
  expect(excessIn(list(500))).toBeUndefined();
  expect(excessIn(list(501))).toBe('result');
});

test('links of all roles and meetings may have 400,000 characters together', () => {
  const link = 'x'.repeat(1000);
  expect(excessIn([{ btplRole: list(399, { link }), hostJoinUrl: link }])).toBeUndefined();
  expect(excessIn([{ btplRole: list(399, { link }), hostJoinUrl: link }, { wcallurl: 'x' }])).toBe(
    'btplRole',
  );
});

test('of an answer that is too large no field of any meeting is read', () => {
  const read: string[] = [];
  const watched = new Proxy<object>(whole, {
    get(target, name) {
      read.push(String(name));
      return Reflect.get(target, name);
    },
  });
  const dropped: string[] = [];
  const meetings = decodeMeetings(
    [watched, { ...whole, attendList: list(20_001) }],
    zoneOf('Asia/Shanghai'),
    (path) => dropped.push(path),
  );
  expect([meetings, dropped]).toEqual([[], ['attendList']]);
  expect(read).not.toContain('eventId');
});
