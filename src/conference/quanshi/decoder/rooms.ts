import type { Approval, Room, Venue } from '../../../core/meeting.ts';
import { integer, place, text } from './fields.ts';
import type { WireObject } from './wire-object.ts';

const VENUE: Readonly<Record<number, Venue>> = { 0: 'room', 1: 'main', 2: 'branch' };
const APPROVAL: Readonly<Record<number, Approval>> = {
  0: 'waiting',
  1: 'not-approved',
  2: 'approved',
  3: 'cancelled',
};
const DEVICE_OF_A_ROOM = 3;

/** More devices in one room are not read. */
const DEVICES_MAX = 200;

interface Entry {
  readonly id: string | undefined;
  readonly parentId: string | undefined;
  readonly isDevice: boolean;
  readonly room: Omit<Room, 'devices'>;
  readonly devices: Set<string>;
}

/**
 * The rooms of `houseList` and `detailHouseList`, one per `DeviceId`, main venue first. A field that one list lacks is taken from the other. A
 * device that is listed as a room is added to its own room, where that is known.
 */
export function decodeRooms(
  houseList: readonly WireObject[],
  detailHouseList: readonly WireObject[],
): Room[] {
  const rooms = new Map<string, Entry>();
  const devices: Entry[] = [];
  const entries = [...houseList, ...detailHouseList].map(readEntry).filter((entry) => entry !== undefined);
  for (const [index, entry] of entries.entries()) {
    if (entry.isDevice && entry.parentId !== undefined) devices.push(entry);
    else {
      const key = entry.id ?? `without id ${index}`;
      const known = rooms.get(key);
      rooms.set(key, known === undefined ? entry : merged(known, entry));
    }
  }
  for (const device of devices) {
    const parent = device.parentId === undefined ? undefined : rooms.get(device.parentId);
    if (parent === undefined) rooms.set(device.id ?? device.room.name, device);
    else parent.devices.add(device.room.name);
  }
  return [...rooms.values()]
    .map(roomOf)
    .sort((a, b) => Number(b.venue === 'main') - Number(a.venue === 'main'));
}

/** Other equipment, in the shape of rooms. */
export function decodeEquipment(equipList: readonly WireObject[]): Room[] {
  return equipList
    .map(readEntry)
    .filter((entry) => entry !== undefined)
    .map(roomOf);
}

function readEntry(wire: WireObject): Entry | undefined {
  const name = wire.read('DeviceName', text);
  const id = wire.read('DeviceId', text);
  if (name === undefined) {
    wire.dropped('');
    return undefined;
  }
  const approval = wire.read('ApprovalStatus', integer) ?? wire.read('ApplyStatus', integer);
  const parentId = wire.read('ParentDeviceId', text);
  return {
    id: id === '0' ? undefined : id,
    parentId: parentId === '0' ? undefined : parentId,
    isDevice: wire.read('DeviceType', integer) === DEVICE_OF_A_ROOM,
    room: {
      name,
      venue: VENUE[wire.read('IsMainRoom', integer) ?? 0] ?? 'room',
      city: wire.read('City', place),
      location: wire.read('Location', place),
      floor: wire.read('Floor', place),
      approval: approval === undefined ? undefined : APPROVAL[approval],
    },
    devices: new Set(
      wire
        .list('SubDevices', DEVICES_MAX)
        .map((device) => device.read('DeviceName', text))
        .filter((device) => device !== undefined),
    ),
  };
}

/** The first, with what it lacks from the second. The set of devices is changed in place: copying it for each entry would take quadratic time. */
function merged(first: Entry, second: Entry): Entry {
  for (const device of second.devices) first.devices.add(device);
  return {
    ...first,
    room: {
      name: first.room.name,
      venue: first.room.venue === 'room' ? second.room.venue : first.room.venue,
      city: first.room.city ?? second.room.city,
      location: first.room.location ?? second.room.location,
      floor: first.room.floor ?? second.room.floor,
      approval: first.room.approval ?? second.room.approval,
    },
  };
}

function roomOf({ room, devices }: Entry): Room {
  return { ...room, devices: [...devices] };
}
