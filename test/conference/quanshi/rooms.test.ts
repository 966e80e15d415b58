import { describe, expect, test } from 'vitest';
import type { WireRecord } from '../../../sandbox/conference/wire.ts';
import { decoded } from '../../support/decoded.ts';

const rooms = (houseList: readonly WireRecord[], detailHouseList: readonly WireRecord[] = []) =>
  decoded({ houseList, detailHouseList }).rooms;

describe('a room', () => {
  test.each([
    [{ IsMainRoom: 1 }, { venue: 'main' }],
    [{ IsMainRoom: '2' }, { venue: 'branch' }],
    [{ IsMainRoom: 9 }, { venue: 'room' }],
    [{ ApprovalStatus: 0 }, { approval: 'waiting' }],
    [{ ApprovalStatus: 1 }, { approval: 'not-approved' }],
    [{ ApprovalStatus: '2' }, { approval: 'approved' }],
    [{ ApprovalStatus: 3 }, { approval: 'cancelled' }],
    [{ ApplyStatus: 3 }, { approval: 'cancelled' }],
    [{ ApprovalStatus: 7 }, { approval: undefined }],
    [{}, { approval: undefined, city: undefined, floor: undefined, devices: [] }],
    [
      { City: 0, Location: '0' },
      { city: undefined, location: undefined },
    ],
    [{ Floor: 14 }, { floor: '14' }],
    [{ Floor: '3A' }, { floor: '3A' }],
    [{ Floor: -1 }, { floor: '-1' }],
    [{ SubDevices: [{ DeviceName: 'a' }, {}, null, { DeviceName: 'b' }] }, { devices: ['a', 'b'] }],
    [{ SubDevices: [{ DeviceName: 'a' }, { DeviceName: 'a' }] }, { devices: ['a'] }],
    [{ SubDevices: Array(201).fill({ DeviceName: 'a' }) }, { devices: [] }],
  ])('with %j is %j', (wire, room) => {
    expect(rooms([{ DeviceId: 1, DeviceName: 'A', ...wire }])).toMatchObject([{ name: 'A', ...room }]);
  });

  test('in both lists is one room, of what either says', () => {
    expect(
      rooms(
        [{ DeviceId: 1, DeviceName: 'A', City: 'X', ApprovalStatus: 2 }],
        [
          {
            DeviceId: '1',
            DeviceName: 'B',
            City: 'Y',
            Floor: 3,
            IsMainRoom: 1,
            SubDevices: [{ DeviceName: 'p' }],
          },
        ],
      ),
    ).toEqual([
      {
        name: 'A',
        venue: 'main',
        city: 'X',
        location: undefined,
        floor: '3',
        approval: 'approved',
        devices: ['p'],
      },
    ]);
  });

  test.each([0, null, ''])('with the id %j is not another one with it', (DeviceId) => {
    expect(
      rooms([
        { DeviceId, DeviceName: 'A' },
        { DeviceId, DeviceName: 'B' },
      ]),
    ).toHaveLength(2);
  });

  test('that is the main venue comes first, the others in their order', () => {
    const list = ['A', 'B', 'C', 'D'].map((DeviceName, nth) => ({
      DeviceId: nth + 1,
      DeviceName,
      IsMainRoom: nth === 2 ? 1 : 2,
    }));
    expect(rooms(list).map(({ name }) => name)).toEqual(['C', 'A', 'B', 'D']);
  });
});

describe('a device in the list of rooms', () => {
  const device = { DeviceId: 9, DeviceName: 'Camera', DeviceType: 3 };
  test('goes to its room', () => {
    expect(
      rooms([
        { ...device, ParentDeviceId: 1 },
        { DeviceId: 1, DeviceName: 'A', DeviceType: 2 },
      ]),
    ).toMatchObject([{ name: 'A', devices: ['Camera'] }]);
  });
  test.each([0, null, 77])('is listed by itself if its room is %j', (ParentDeviceId) => {
    expect(rooms([{ ...device, ParentDeviceId }])).toMatchObject([{ name: 'Camera' }]);
  });
});
