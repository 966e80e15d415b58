import { describe, expect, test } from 'vitest';
import { calendarLinks, tenantIn } from '../../src/calendar/link.ts';
import { eventId } from '../../src/core/ids.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { second } from '../support/units.ts';

const NOW = second(1_924_826_400);
const DAY = 86_400;
const linksOf = calendarLinks('https://cards.example', Buffer.alloc(32, 1));
const links = linksOf(undefined);
const made = (now = NOW): URL => {
  const id = eventId('700002');
  const link = id === undefined ? undefined : links.make(id, now);
  if (link === undefined) throw new Error('no link');
  return new URL(link);
};

describe('a link to a calendar file', () => {
  test('names its meeting, for a week and less than nine days', () => {
    expect(links.read(made().searchParams, NOW)).toBe('700002');
    expect(links.read(made().searchParams, second(NOW + 7 * DAY))).toBe('700002');
    expect(links.read(made().searchParams, second(NOW + 9 * DAY))).toBeUndefined();
  });

  test('is the same all day, so that a refreshed card does not change', () => {
    expect(made(second(NOW + 60)).href).toBe(made().href);
  });

  test.each([
    ['meeting', '700001'],
    ['until', '1999999999'],
    ['signature', 'AAAA'],
    ['signature', ''],
  ])('with another %s (%s) names nothing', (name, value) => {
    const query = made().searchParams;
    query.set(name, value);
    expect(links.read(query, NOW)).toBeUndefined();
  });

  test.each(['meeting', 'until', 'signature'])('without its %s names nothing', (name) => {
    const query = made().searchParams;
    query.delete(name);
    expect(links.read(query, NOW)).toBeUndefined();
  });

  test('of a tenant names its meeting to that tenant, and nothing to another one', () => {
    const [one, other] = [tenantId('T0ONE'), tenantId('T0OTHER')];
    const id = eventId('700002');
    const query = new URL((id && linksOf(one).make(id, NOW)) ?? '').searchParams;
    expect([tenantIn(query), linksOf(one).read(query, NOW)]).toEqual([one, '700002']);
    expect([linksOf(other).read(query, NOW), links.read(query, NOW)]).toEqual([undefined, undefined]);
    query.set('tenant', 'T0OTHER');
    expect(linksOf(tenantIn(query)).read(query, NOW)).toBeUndefined();
  });

  test('of another deployment names nothing', () => {
    const other = calendarLinks('https://cards.example', Buffer.alloc(32, 2))(undefined);
    expect(other.read(made().searchParams, NOW)).toBeUndefined();
  });
});
