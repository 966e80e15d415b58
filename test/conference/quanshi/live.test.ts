import { describe, expect, test } from 'vitest';
import { attendeesPath, livePath } from '../../../sandbox/conference/endpoints.ts';
import { largestId, plainMeeting } from '../../../sandbox/conference/meetings.ts';
import { eventOf } from '../../support/units.ts';
import { onVendor } from '../../support/vendor.ts';

const bodies = (service: { questions: readonly { path: string; rawBody: string }[] }, path: string) =>
  service.questions.filter((question) => question.path === path).map(({ rawBody }) => rawBody);

/** What the service says once, in place of what it knows. */
const said = (result: unknown) => ({ kind: 'raw', body: JSON.stringify({ status: 0, result }) }) as const;

describe('the list of what runs now', () => {
  test('has every digit of an id, and how many people are in each meeting', async () => {
    const { vendor, service } = await onVendor();
    service.meetings.put(plainMeeting(largestId, {}));
    service.meetings.live.start(largestId, 12);
    service.meetings.live.start(700_001, ['Han Meimei', 'Li Lei']);
    expect(await vendor.listLive()).toEqual({
      kind: 'found',
      meetings: [
        { eventId: '18446744073709551615', attendeeCount: 12 },
        { eventId: '700001', attendeeCount: 2 },
      ],
    });
    expect(bodies(service, livePath)).toEqual(['{"page":1,"count":100}']);
  });

  test('is read page by page to its end', async () => {
    const { vendor, service } = await onVendor();
    for (let id = 1; id <= 250; id += 1) service.meetings.live.start(id, 1);
    const answer = await vendor.listLive();
    expect(answer.kind === 'found' && new Set(answer.meetings.map(({ eventId }) => eventId)).size).toBe(250);
    expect(bodies(service, livePath)).toHaveLength(3);
  });

  test('that is longer than is read counts as unreadable, since what is missing would pass for ended', async () => {
    const { vendor, service } = await onVendor();
    const confList = [{ eventId: 1, status: 2 }];
    service.fault(said({ totalCount: 1_000_000, confList }));
    expect(await vendor.listLive()).toMatchObject({ kind: 'unreadable' });
    expect(bodies(service, livePath)).toHaveLength(30);
  });

  test.each([
    ['an entry that has ended', { confList: [{ eventId: 7, status: 4 }] }, []],
    ['an entry without an id', { confList: [{ title: 'x', status: 2 }, 'x', null] }, []],
    [
      'an entry that says nothing but its id',
      { confList: [{ eventId: '7' }] },
      [{ eventId: '7', attendeeCount: undefined }],
    ],
    [
      'a count below zero',
      { confList: [{ eventId: 7, attendeeCnt: -1 }] },
      [{ eventId: '7', attendeeCount: undefined }],
    ],
    ['an empty page before its end', { totalCount: 9, confList: [] }, []],
    ['no list at all', {}, []],
    ['nothing', null, []],
  ])('%s is read as far as it goes', async (_what, result, meetings) => {
    const { vendor, service } = await onVendor();
    service.fault(said(result));
    expect(await vendor.listLive()).toEqual({ kind: 'found', meetings });
  });

  test('that is no object is unreadable', async () => {
    const { vendor, service } = await onVendor();
    service.fault(said([{ eventId: 7 }]));
    expect(await vendor.listLive()).toMatchObject({ kind: 'unreadable' });
  });

  test('is refused where the account may not ask', async () => {
    const { vendor, service } = await onVendor();
    service.meetings.live.mayList(false);
    expect(await vendor.listLive()).toMatchObject({ kind: 'refused', report: { code: '10003' } });
  });

  test('of which one page fails is that failure', async () => {
    const { vendor, service } = await onVendor();
    for (let id = 1; id <= 250; id += 1) service.meetings.live.start(id, 1);
    service.fault({ kind: 'status', status: 7, msg: 'no' }, 1, livePath);
    expect(await vendor.listLive()).toMatchObject({ kind: 'refused', report: { code: '7' } });
  });
});

describe('the list of who is in a meeting', () => {
  test('has their names, and nothing else of them', async () => {
    const { vendor, service } = await onVendor();
    service.meetings.live.start(700_001, ['Han Meimei', 'Li Lei']);
    const answer = await vendor.listAttendees(eventOf('700001'));
    expect(answer).toEqual({ kind: 'found', names: ['Han Meimei', 'Li Lei'] });
    expect(bodies(service, attendeesPath)).toEqual(['{"eventId":700001,"page":1,"count":100}']);
  });

  test('counts somebody with two devices once, and people without an id each', async () => {
    const { vendor, service } = await onVendor();
    const list = [
      { userId: 5, name: 'Han Meimei', deviceType: 'pc' },
      { userId: '5', name: 'Han Meimei', deviceType: 'phone' },
      { userId: 0, name: 'Guest' },
      { userId: 0, name: 'Guest' },
      { userId: 6 },
    ];
    service.fault(said({ list }));
    expect(await vendor.listAttendees(eventOf('700001'))).toEqual({
      kind: 'found',
      names: ['Han Meimei', 'Guest', 'Guest'],
    });
  });

  test('ends after a thousand', async () => {
    const { vendor, service } = await onVendor();
    service.meetings.live.start(
      700_001,
      Array.from({ length: 1200 }, (_, nth) => `Person ${nth}`),
    );
    const answer = await vendor.listAttendees(eventOf('700001'));
    expect(answer.kind === 'found' && answer.names.length).toBe(1000);
    expect(bodies(service, attendeesPath)).toHaveLength(10);
  });
});
