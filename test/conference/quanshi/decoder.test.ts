import { describe, expect, test } from 'vitest';
import { meeting } from '../../../sandbox/conference/meetings.ts';
import { decodeMeetings } from '../../../src/conference/quanshi/decoder/meeting.ts';
import { parseLossless } from '../../../src/conference/quanshi/endpoint/reply.ts';
import { decoded, decodedAll } from '../../support/decoded.ts';
import { zoneOf } from '../../support/units.ts';

const first = (overrides: Parameters<typeof decoded>[0]) => decoded(overrides);

describe('a field', () => {
  test.each([
    ['status', 0, 'status', 'cancelled'],
    ['status', '4', 'status', 'ended'],
    ['status', 9, 'status', 'created'],
    ['status', null, 'status', 'created'],
    ['confMode', '1', 'mode', 'data'],
    ['confMode', 0, 'mode', 'video'],
    ['calType', 'm', 'recurring', true],
    ['calType', 'E', 'recurring', false],
    ['isGnet', 0, 'onSiteOnly', true],
    ['isGnet', '1', 'onSiteOnly', false],
    ['isGnet', null, 'onSiteOnly', false],
    ['isGnet', true, 'onSiteOnly', false],
    ['confNodeType', '0', 'confidential', true],
    ['confNodeType', 1, 'confidential', false],
    ['joinLogin', '1', 'signInNeeded', true],
    ['joinLogin', 2, 'signInNeeded', false],
    ['hostId', 0, 'hostId', undefined],
    ['hostId', 18_446_744_073_709_551_615n, 'hostId', '18446744073709551615'],
    ['conferenceId', 239_700_001n, 'conferenceId', '239700001'],
    ['title', 42, 'title', '42'],
    ['title', '  x ', 'title', 'x'],
    ['title', {}, 'title', ''],
    ['title', '\u0000\u202e', 'title', ''],
    ['title', '\u200b \u2066', 'title', ''],
    ['title', '👩🏽‍💻', 'title', '👩🏽‍💻'],
    ['hostName', '\u0007', 'hostName', undefined],
    ['title', 'x'.repeat(10_001), 'title', ''],
    ['title', 'a\ud83d', 'title', 'a\ufffd'],
    ['title', '\udc4d\ud83d\udc4d', 'title', '\ufffd👍'],
    ['attendeeJoinUrl', `https://a.example/${'x'.repeat(2000)}`, 'attendeeLink', undefined],
    ['timezone', 'Mars/Olympus', 'zone', 'Asia/Shanghai'],
    ['timezone', 'Europe/Lisbon', 'zone', 'Europe/Lisbon'],
    ['endTime', 1_924_911_000, 'end', undefined],
    ['endTime', 1, 'end', undefined],
    ['endTime', '2030-12-31 10:30', 'end', 1_924_914_600],
    ['endTime', '2030/12/31 10:30:00', 'end', 1_924_914_600],
    ['endTime', '2030-12-31T10:30:00', 'end', 1_924_914_600],
    ['endTime', '2030-13-31 10:30:00', 'end', 1_924_914_600],
    ['endTime', 'tomorrow', 'end', 1_924_914_600],
    ['attendeeJoinUrl', 'ftp://a.example/', 'attendeeLink', undefined],
    ['attendeeJoinUrl', ' https://a.example/x ', 'attendeeLink', 'https://a.example/x'],
    ['joinConfTags', 'a，b, ,c', 'joinTags', ['a', 'b', 'c']],
    ['joinConfSelTag', 0, 'joinTags', []],
  ] as const)('%s %o gives %s %o', (name, value, field, expected) => {
    expect(first({ [name]: value })[field]).toEqual(expected);
  });

  test.each([
    [{ labels: '["a","b"]' }, ['a', 'b']],
    [{ labels: ['a'] }, ['a']],
    [{ labels: '[]' }, []],
    [{ labels: '' }, []],
    [{ labels: '["a"' }, []],
    [{ labels: '{"a":1}' }, []],
    [{ labels: 7 }, []],
    [{ labels: JSON.stringify(Array(200).fill('a')) }, Array(200).fill('a')],
    [{ labels: JSON.stringify(Array(201).fill('a')) }, []],
    [{ labels: `["${'a'.repeat(10_000)}"]` }, []],
  ])('labels of %j are %j', (calExtraInfo, labels) => {
    expect(first({ calExtraInfo }).labels).toEqual(labels);
  });

  test.each([
    [1, ['10.0.0.1']],
    ['1', ['10.0.0.1']],
    [0, []],
    [null, []],
  ])('H.323 addresses are there where allowH323 is %j: %j', (allowH323, addresses) => {
    expect(first({ calExtraInfo: { allowH323 }, h323Ip: ['10.0.0.1'] }).h323Addresses).toEqual(addresses);
  });
});

test.each([
  ['"a","title":"b"', ''],
  ['"a","title":"b","title":"a"', ''],
  ['"a","title":"a"', 'a'],
  ['"a","title":{"title":"a"}', ''],
])('a title given as %s is %j: what has two values has none', (written, title) => {
  const dropped: string[] = [];
  const wire = parseLossless(`{"eventId":1,"startTime":1924911000,"title":${written}}`);
  const meetings = decodeMeetings([wire], zoneOf('Asia/Shanghai'), (path) => dropped.push(path));
  expect(meetings[0]?.title).toBe(title);
  expect(dropped).toEqual(title === '' ? ['title'] : []);
});

describe('roles', () => {
  const link = 'https://a.example/r';
  test.each([
    [{ managerType: 1 }, 'hostRoles'],
    [{ managerType: '2' }, 'coHostRoles'],
    [{ managerType: 3 }, 'participantRoles'],
  ] as const)('of %j are %s', (type, kind) => {
    const read = first({
      hostJoinUrl: null,
      joinHostUrl: null,
      btplRole: [{ ...type, roleId: 7, roleName: 'R', link }],
    });
    expect(read[kind]).toEqual([{ roleId: '7', name: 'R', link }]);
  });

  test.each([{ managerType: 4 }, { managerType: null }, { link: 'x' }, { roleId: null }, { roleId: [] }])(
    'with %j are left out',
    (part) => {
      const { meetings, dropped } = decodedAll([
        meeting({ btplRole: [{ managerType: 3, roleId: 7, roleName: 'R', link, ...part }] }),
      ]);
      expect(meetings[0]?.participantRoles).toEqual([]);
      expect(dropped).toContain('btplRole[0]');
    },
  );

  test('without a name are shown by their id', () => {
    expect(first({ btplRole: [{ managerType: 3, roleId: 7, link }] }).participantRoles[0]?.name).toBe('7');
  });
});

describe('people', () => {
  test.each([
    [{ userType: 1, user: '5' }, { userId: '5' }],
    [{ userType: 2, user: '5' }, { userId: undefined }],
    [{ userType: null, user: '5' }, { userId: undefined }],
    [{ userType: 1, user: 'x' }, { userId: undefined }],
    [{ userType: 3, phoneName: 'P', displayName: 'D' }, { name: 'P' }],
    [{ userType: 1, phoneName: 'P', displayName: 'D' }, { name: 'D' }],
    [{ userType: 1, phoneName: 'P', displayName: '' }, { name: 'P' }],
    [{ userType: 1, displayName: '', phoneName: '' }, { name: undefined }],
    [{ companyName: '', orgName: 'O' }, { company: 'O' }],
    [{ status: 'a' }, { response: 'accepted' }],
    [{ status: 'X' }, { response: undefined }],
    [{ status: '__proto__' }, { response: undefined }],
    [{ roleId: 1003 }, { roleId: '1003' }],
  ])('of %j are %j', (wire, invitee) => {
    expect(first({ attendList: [wire] }).invitees[0]).toMatchObject(invitee);
  });
});
