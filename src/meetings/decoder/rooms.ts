import type { Approval, Room, Venue } from '../../core/meeting.ts';
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

interface Entry {
  readonly id: string | undefined;
  readonly parentId: string | undefined;
  readonly isDevice: boolean;
  readonly room: Room;
}

/**
 * The rooms of `houseList` and `detailHouseList`, one a `DeviceId`, main venue first. What one list lacks the other may give; a device
 * listed as a room of its own goes to its room, where that is known.
 */
export function decodeRooms(
  houseList: readonly WireObject[],
  detailHouseList: readonly WireObject[],
): Room[] {
  const rooms = new Map<string, Room>();
  const devices: Entry[] = [];
  const entries = [...houseList, ...detailHouseList].map(readEntry).filter((entry) => entry !== undefined);
  for (const [index, entry] of entries.entries()) {
    if (entry.isDevice && entry.parentId !== undefined) devices.push(entry);
    else {
      const key = entry.id ?? `without id ${index}`;
      const known = rooms.get(key);
      rooms.set(key, known === undefined ? entry.room : merged(known, entry.room));
    }
  }
  for (const { parentId, id, room } of devices) {
    const parent = parentId === undefined ? undefined : rooms.get(parentId);
    if (parent === undefined || parentId === undefined) rooms.set(id ?? room.name, room);
    else rooms.set(parentId, { ...parent, devices: [...new Set([...parent.devices, room.name])] });
  }
  return [...rooms.values()].sort((a, b) => Number(b.venue === 'main') - Number(a.venue === 'main'));
}

/** Other equipment, in the shape of rooms. */
export function decodeEquipment(equipList: readonly WireObject[]): Room[] {
  return equipList.map((wire) => readEntry(wire)?.room).filter((room) => room !== undefined);
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
      devices: wire
        .list('SubDevices')
        .map((device) => device.read('DeviceName', text))
        .filter((device) => device !== undefined),
    },
  };
}

function merged(first: Room, second: Room): Room {
  return {
    name: first.name,
    venue: first.venue === 'room' ? second.venue : first.venue,
    city: first.city ?? second.city,
    location: first.location ?? second.location,
    floor: first.floor ?? second.floor,
    approval: first.approval ?? second.approval,
    devices: [...new Set([...first.devices, ...second.devices])],
  };
}
