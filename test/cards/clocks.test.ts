import { describe, expect, test } from 'vitest';
import { compactCard } from '../../src/cards/compact-card.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { calledOffCard } from '../../src/cards/reminder-cards.ts';
import { clocksOf } from '../../src/cards/when.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { shownIn } from '../support/reading.ts';
import { second, zoneOf } from '../support/units.ts';

/** 10:30 on the last day of 2030 in Shanghai. */
const START = 1_924_914_600;
const meeting = decoded({ startTime: START, endTime: START + 3600, status: 1 });
const now = second(START - 7200);

describe('the clock of a reader in', () => {
  const summer = { start: second(1_908_979_200), end: second(1_908_982_800), zone: zoneOf('Europe/London') };
  const winter = { ...summer, start: second(START), end: second(START + 3600) };

  test.each([
    ['Asia/Shanghai', meeting, 'Asia/Shanghai', 'one'],
    ['another zone with the same time', meeting, 'Asia/Singapore', 'one'],
    ['another zone', meeting, 'Asia/Tokyo', 'both'],
    ['a zone half an hour away', { ...meeting, zone: zoneOf('Asia/Kolkata') }, 'Asia/Colombo', 'one'],
    ['Lisbon shows London’s time in winter', winter, 'Europe/Lisbon', 'one'],
    [
      'a zone without summer time shows another one than London’s in summer',
      summer,
      'Africa/Abidjan',
      'both',
    ],
    ['a zone without summer time shows London’s in winter', winter, 'Africa/Abidjan', 'one'],
  ] as const)('%s', (_where, times, zone, expected) => {
    expect(clocksOf(times, zoneOf(zone))).toBe(expected);
  });

  test('an unknown zone is not taken for the meeting’s', () => {
    expect(clocksOf(meeting, undefined)).toBe('both');
  });

  test('a zone that leaves the meeting’s time while it lasts shows another one', () => {
    // Summer time ends in Lisbon and London at the same moment, in Casablanca it does not end.
    const overnight = {
      start: second(1_919_296_800),
      end: second(1_919_300_400),
      zone: zoneOf('Europe/London'),
    };
    expect(clocksOf(overnight, zoneOf('Africa/Lagos'))).toBe('both');
  });
});

describe('a private card', () => {
  const view = viewFor(meeting, nobody, PRIVATE);
  const options = { words: en, now, asOf: now, stale: false, surface: { kind: 'private' } } as const;

  test('has one time where both clocks show it', () => {
    const shown = shownIn(meetingCard(view, { ...options, clocks: 'one' }));
    expect(shown).toContain('*When*\nTue, Dec 31, 2030\n*10:30 – 11:30* Shanghai (GMT+8)');
    expect(shown).not.toContain('Your time');
  });

  test('has both times where the clocks differ', () => {
    expect(shownIn(meetingCard(view, { ...options, clocks: 'both' }))).toContain('*Your time*');
  });

  test('has one time of the next occurrence too', () => {
    const next = { start: second(START + 86_400), end: undefined, zone: meeting.zone };
    const over = { ...options, now: second(START + 7200), next, clocks: 'one' } as const;
    expect(shownIn(meetingCard(view, over))).toContain('*Next on* Wed, Jan 1, 2031 *10:30* Shanghai (GMT+8)');
    expect(shownIn(meetingCard(view, over))).not.toContain('your time');
  });

  test('of a meeting that was called off has one time', () => {
    expect(shownIn(calledOffCard(view, en, 'one'))).not.toContain('Your time');
  });
});

describe('a compact card', () => {
  const view = viewFor(meeting, nobody, {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: false,
    visibility: 'everyone',
    zone: 'meeting',
  });
  const lineIn = (homeZone: string, words = en): string =>
    shownIn({ blocks: compactCard(view, { words, now, homeZone: zoneOf(homeZone) }) }).split('\n')[1] ?? '';

  test('has the reader’s day and time first, and the meeting’s time without its day', () => {
    expect(lineIn('Asia/Shanghai')).toBe(
      `<!date^${START}^{date_short_pretty}|Tue, Dec 31, 2030 10:30 Shanghai (GMT+8)> *<!date^${START}^{time}|Tue, Dec 31, 2030 10:30 Shanghai (GMT+8)> – <!date^${START + 3600}^{time}|Tue, Dec 31, 2030 11:30 Shanghai (GMT+8)>* your time · 10:30 – 11:30 Shanghai (GMT+8)`,
    );
  });

  test('has the meeting’s day where it is another one in the zone of the workspace', () => {
    expect(lineIn('America/New_York')).toMatch(/\* your time · Tue, Dec 31, 2030 10:30 – 11:30 Shanghai/);
  });

  test('says whose time is whose in Chinese', () => {
    expect(lineIn('Asia/Shanghai', zh)).toMatch(/（你的本地时间） · 10:30 – 11:30 中国标准时间/);
  });
});
