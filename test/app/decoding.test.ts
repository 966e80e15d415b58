import { describe, expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { isFields, type WireMeeting, type WireValue } from '../../sandbox/conference/wire.ts';
import { onStage, openPlainStage, types } from '../support/on-stage.ts';

/** The card of one meeting of the vendor's, asked for as 700001. */
async function cardOf(wire: WireMeeting) {
  const stage = await onStage();
  stage.conference.meetings.put(wire);
  return { stage, ...(await types(stage, '700001')) };
}

const everywhere = (value: WireValue, change: (scalar: WireValue) => WireValue): WireValue => {
  if (Array.isArray(value)) return value.map((entry) => everywhere(entry, change));
  if (!isFields(value)) return change(value);
  const entries = Object.entries(value as Readonly<Record<string, WireValue>>);
  return Object.fromEntries(entries.map(([name, part]) => [name, everywhere(part, change)]));
};

const asMeeting = (value: WireValue): WireMeeting => (isFields(value) ? (value as WireMeeting) : {});

describe('types that the vendor mixes', () => {
  test('every number as a string gives the same card', async () => {
    const numbers = await cardOf(meeting());
    const strings = everywhere(meeting(), (value) => (typeof value === 'number' ? String(value) : value));
    expect((await cardOf(asMeeting(strings))).shown).toBe(numbers.shown);
  });

  test('every string of digits as a number gives the same card', async () => {
    const strings = await cardOf(meeting());
    const numbers = everywhere(meeting(), (value) =>
      typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : value,
    );
    expect((await cardOf(asMeeting(numbers))).shown).toBe(strings.shown);
  });

  test.each([
    ['seconds', 1_924_911_000, 1_924_914_600],
    ['seconds as strings', '1924911000', '1924914600'],
    ['milliseconds', 1_924_911_000_000, 1_924_914_600_000],
    ['milliseconds as strings', '1924911000999', '1924914600000'],
    ["the meeting's local time", '2030-12-31 09:30:00', '2030-12-31 10:30:00'],
  ])('dates as %s say the same', async (_form, startTime, endTime) => {
    const { shown } = await cardOf(meeting({ startTime, endTime }));
    expect(shown).toContain('Tue, Dec 31, 2030');
    expect(shown).toContain('*09:30 – 10:30* Shanghai (GMT+8)');
  });

  test('a local time is read in the zone of the meeting', async () => {
    const { shown } = await cardOf(
      meeting({ timezone: 'America/New_York', startTime: '2030-12-31 09:30:00', endTime: null }),
    );
    expect(shown).toContain('*09:30 – 10:30* New York (GMT-5)');
    expect(shown).toContain('<!date^1924957800^');
  });

  test('a meeting without a zone is in DEFAULT_TIMEZONE', async () => {
    const stage = await onStage({ env: { DEFAULT_TIMEZONE: 'Europe/Lisbon' } });
    stage.conference.meetings.put(meeting({ timezone: null }));
    expect((await types(stage, '700001')).shown).toContain('*01:30 – 02:30* Lisbon (GMT');
  });
});

describe('what the vendor leaves out', () => {
  const lists = ['attendList', 'houseList', 'equipList', 'detailHouseList', 'h323Ip', 'btplRole'];
  const full = meeting();
  test.each([
    ['lists that are null', Object.fromEntries(lists.map((name) => [name, null]))],
    [
      'lists that are {}',
      { attendList: {}, houseList: {}, equipList: {}, detailHouseList: {}, btplRole: {} },
    ],
    ['lists that are empty texts', Object.fromEntries(lists.map((name) => [name, '']))],
    ['settings that are null', { calExtraInfo: null }],
    ['settings that are {}', { calExtraInfo: {} }],
  ])('%s cost nothing else', async (_what, overrides) => {
    const { shown, stage } = await cardOf(meeting(overrides));
    expect(shown).toContain('Quarterly review');
    expect(shown).toContain('*09:30 – 10:30* Shanghai (GMT+8)');
    expect(stage.log.text()).not.toContain('fields-left-out');
  });

  test.each(Object.keys(full).filter((name) => name !== 'eventId'))(
    'a meeting without %s still has its card',
    async (name) => {
      const { [name]: _left, ...rest } = full;
      const stage = await openPlainStage();
      stage.conference.meetings.put(rest);
      const { shown } = await types(stage, '700001');
      await stage.close();
      expect(shown).toContain('meeting 700001');
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('a meeting without a title has one of ours', async () => {
    expect((await cardOf(meeting({ title: '' }))).shown).toContain('Untitled meeting');
  });

  test('a meeting without an end ends after its length', async () => {
    const { shown } = await cardOf(meeting({ endTime: 0, length: 45 }));
    expect(shown).toContain('*09:30 – 10:15* Shanghai (GMT+8)');
  });

  test('a meeting without an event id is not a meeting', async () => {
    const { eventId: _left, ...rest } = full;
    const stage = await onStage();
    stage.conference.fault({ kind: 'raw', body: JSON.stringify({ status: 0, result: [rest] }) });
    expect((await types(stage, '700001')).shown).toContain('cannot be read');
  });
});
