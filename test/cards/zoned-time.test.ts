import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { wordsIn } from '../../src/cards/words/languages.ts';
import { zonedTime } from '../../src/cards/zoned-time.ts';
import type { Locale } from '../../src/core/locale.ts';
import { second, zoneOf } from '../support/units.ts';

describe.each<[Locale, string, number, string, string, string]>([
  ['en', 'Asia/Shanghai', 1_924_826_400, 'Mon, Dec 30, 2030', '10:00', 'Shanghai (GMT+8)'],
  ['en', 'America/New_York', 1_924_826_400, 'Sun, Dec 29, 2030', '21:00', 'New York (GMT-5)'],
  ['en', 'America/New_York', 1_909_274_400, 'Tue, Jul 2, 2030', '22:00', 'New York (GMT-4)'],
  ['en', 'Asia/Kathmandu', 1_924_826_400, 'Mon, Dec 30, 2030', '07:45', 'Kathmandu (GMT+5:45)'],
  ['en', 'Asia/Shanghai', 1_924_876_800, 'Tue, Dec 31, 2030', '00:00', 'Shanghai (GMT+8)'],
  ['zh-CN', 'Asia/Shanghai', 1_924_826_400, '2030年12月30日周一', '10:00', '中国标准时间 (GMT+8)'],
])('in %s and %s the second %i', (locale, zone, instant, date, time, name) => {
  const local = zonedTime(wordsIn(locale), zoneOf(zone));
  test(`is ${date}, ${time}, ${name}`, () => {
    const at = second(instant);
    expect([local.date(at), local.time(at), local.zone(at)]).toEqual([date, time, name]);
  });
});

test('the same day is one of the zone, not of UTC', () => {
  const [before, after] = [second(1_924_876_799), second(1_924_876_800)];
  expect(zonedTime(en, zoneOf('Asia/Shanghai')).isSameDay(before, after)).toBe(false);
  expect(zonedTime(en, zoneOf('UTC')).isSameDay(before, after)).toBe(true);
});

test('the formats of a bounded number of zones are built once', () => {
  const first = zonedTime(en, zoneOf('Asia/Tokyo'));
  expect(zonedTime(en, zoneOf('Asia/Tokyo'))).toBe(first);
  for (const name of Intl.supportedValuesOf('timeZone').slice(0, 300)) zonedTime(en, zoneOf(name));
  expect(zonedTime(en, zoneOf('Asia/Tokyo'))).not.toBe(first);
});
