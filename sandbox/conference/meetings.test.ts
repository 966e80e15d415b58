import { formatInTimeZone } from 'date-fns-tz';
import { describe, expect, it } from 'vitest';
import specification from './fixtures/conference-infos.json' with { type: 'json' };
import { largestId, meeting, sampleMeetings } from './meetings.ts';
import { isFields, toJson, type WireMeeting } from './wire.ts';

const now = Date.parse('2030-12-31T03:06:30Z');
const meetings = sampleMeetings(now);

function sample(eventId: number | bigint): WireMeeting {
  const found = meetings.find((one) => one.eventId === eventId);
  if (found === undefined) throw new Error(`No sample ${eventId}`);
  return found;
}

const minutesAway = (seconds: unknown) => (Number(seconds) * 1000 - now) / 60_000;
const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);

describe('the sample meetings', () => {
  it("hold the specification's own, untouched", () => {
    expect(sample(649_128)).toEqual(specification.result[0]);
  });

  it('are live, upcoming and past around the moment given', () => {
    expect(sample(700_001).startTime).toBe(Date.parse('2030-12-31T10:30:00+08:00') / 1000);
    expect(minutesAway(sample(700_001).endTime)).toBeCloseTo(23.5);
    expect(minutesAway(sample(700_012).startTime)).toBeCloseTo(9.5);
    expect(minutesAway(sample(700_004).endTime)).toBeLessThan(0);
    expect(minutesAway(sample(700_002).startTime)).toBeGreaterThan(0);
  });

  it('cross midnight in New York', () => {
    const { startTime, endTime } = sample(700_008);
    const clock = (seconds: unknown) =>
      formatInTimeZone(Number(seconds) * 1000, 'America/New_York', 'd HH:mm');
    expect([clock(startTime), clock(endTime)]).toEqual(['31 23:00', '1 01:30']);
  });

  it('hold three occurrences of one event', () => {
    expect(meetings.filter(({ eventId }) => eventId === 700_006).map(({ status }) => status)).toEqual([
      4, 1, 1,
    ]);
  });

  it('hold one of every size', () => {
    const { title, houseList, attendList } = sample(700_010);
    expect([String(title).length, lengthOf(houseList), lengthOf(attendList)]).toEqual([5000, 300, 3000]);
    expect(lengthOf(sample(700_007).btplRole)).toBe(12);
  });

  it('write the largest id as a number', () => {
    expect(toJson(sample(largestId))).toContain('"eventId":18446744073709551615,');
    expect(toJson(sample(largestId))).toContain('"hostId":18446744073709551614,');
  });

  it('have passwords and links of their own', () => {
    const single = meetings.filter(({ eventId, isGnet }) => eventId !== 700_006 && isGnet === 1);
    for (const field of ['pcode1', 'pcode2', 'attendeeJoinUrl', 'hostJoinUrl']) {
      expect(new Set(single.map((one) => one[field])).size).toBe(single.length);
    }
  });
});

describe('the full meeting', () => {
  it("fills every field of the vendor's sample", () => {
    const [vendors] = specification.result;
    expect(Object.keys(meeting())).toEqual(expect.arrayContaining(Object.keys(vendors ?? {})));
    const { calExtraInfo } = meeting();
    const settings = isFields(calExtraInfo) ? Object.keys(calExtraInfo) : [];
    expect(settings).toEqual(expect.arrayContaining(Object.keys(vendors?.calExtraInfo ?? {})));
  });

  it('has secrets that are nowhere else in it', () => {
    const json = toJson(meeting());
    const secrets = [
      'pcode1',
      'pcode2',
      'billingCode',
      'billingcode',
      'hostMobile',
      'hostJoinUrl',
      'joinHostUrl',
    ];
    for (const field of secrets) {
      expect(json.split(`"${meeting()[field]}"`)).toHaveLength(2);
    }
  });

  it('takes overrides by whole fields', () => {
    expect(meeting({ attendList: null })).toMatchObject({ attendList: null, eventId: 700_001 });
  });
});
