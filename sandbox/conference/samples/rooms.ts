import type { WireRecord } from '../wire.ts';

/** Values of `ApprovalStatus`. */
export const approval = { waiting: 0, refused: 1, approved: 2, cancelled: 3 } as const;
/** Values of `IsMainRoom`. */
export const venue = { none: 0, main: 1, branch: 2 } as const;

const applicant = 22_563_698;

/** One of `houseList`: a meeting room. */
export function room(DeviceId: number, DeviceName: string, overrides: WireRecord = {}): WireRecord {
  return {
    DeviceId,
    DeviceType: 2,
    DeviceName,
    City: '西安',
    Location: '锦业路',
    Floor: 14,
    IsMainRoom: venue.none,
    ParentDeviceId: 0,
    ParentDeviceType: 0,
    ApplyUserId: applicant,
    ApprovalStatus: approval.approved,
    ...overrides,
  };
}

/** One of `equipList`: a device that belongs to a room. */
export function equipment(DeviceId: number, DeviceName: string, ParentDeviceId: number): WireRecord {
  return room(DeviceId, DeviceName, { DeviceType: 3, ParentDeviceId, ParentDeviceType: 2 });
}

/** The same room as one of `detailHouseList`: with its devices, and with `ApplyStatus` for `ApprovalStatus`. */
export function inDetail(house: WireRecord, devices: readonly (readonly [number, string])[]): WireRecord {
  const { ApprovalStatus = null, ParentDeviceId, ParentDeviceType, ...rest } = house;
  const SubDevices = devices.map(([DeviceId, DeviceName]) => ({ DeviceId, DeviceName, DeviceType: 3 }));
  return { ...rest, ApplyStatus: ApprovalStatus, SubDevices };
}
