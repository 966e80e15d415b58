import type { Room } from '../core/meeting.ts';
import type { View } from '../core/views.ts';
import { joinWithinLimit } from './join-within-limit.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

/** A card lists this many rooms and counts the others. */
const ROOMS_SHOWN = 8;
const DEVICES_SHOWN = 8;
const LIST_MAX = 2000;
const DEVICES_MAX = 300;
const NAME_MAX = 150;

/** The rooms under a label, a line each, main venue first; undefined where there are none. */
export function roomList(label: string, rooms: readonly Room[], words: Words): Mrkdwn | undefined {
  if (rooms.length === 0) return undefined;
  const lines = joinWithinLimit(
    rooms.map((room) => roomLine(room, words)),
    {
      separator: '\n',
      maxLength: LIST_MAX,
      maxParts: ROOMS_SHOWN,
      more: (count) => mrkdwn`_${words.more(count)}_`,
    },
  );
  return mrkdwn`*${label}*\n${lines}`;
}

/** The equipment that has something to say of its own: a device that stands with its room is on that room's line, unless it waits for approval. */
export function equipmentApart({ rooms, equipment }: Pick<View, 'rooms' | 'equipment'>): readonly Room[] {
  const inRooms = new Set(
    rooms.slice(0, ROOMS_SHOWN).flatMap(({ devices }) => devices.slice(0, DEVICES_SHOWN)),
  );
  return equipment.filter(
    ({ name, approval }) => !inRooms.has(name) || (approval !== undefined && approval !== 'approved'),
  );
}

/** Names of the rooms for the message's text, without their details. */
export function roomNames(rooms: readonly Room[], words: Words): string {
  const names = rooms.slice(0, 3).map(({ name }) => shorten(name, NAME_MAX));
  const left = rooms.length - names.length;
  return [...names, ...(left > 0 ? [words.more(left)] : [])].join(words.listSeparator);
}

function roomLine(room: Room, words: Words): Mrkdwn {
  const place = [room.city, room.location, room.floor === undefined ? undefined : words.floor(room.floor)]
    .filter((part) => part !== undefined)
    .map((part) => shorten(part, NAME_MAX))
    .join(words.listSeparator);
  const approval =
    room.approval === undefined || room.approval === 'approved' ? undefined : words.approval[room.approval];
  const details = [words.venue[room.venue], place, approval].filter(
    (detail) => detail !== undefined && detail !== '',
  );
  const line = Mrkdwn.join(
    [mrkdwn`*${shorten(room.name, NAME_MAX)}*`, ...details.map((detail) => mrkdwn`${detail ?? ''}`)],
    ' · ',
  );
  return room.devices.length === 0 ? line : mrkdwn`${line}\n      ${deviceList(room.devices, words)}`;
}

function deviceList(devices: readonly string[], words: Words): Mrkdwn {
  return joinWithinLimit(
    devices.map((device) => mrkdwn`${shorten(device, NAME_MAX)}`),
    {
      separator: words.listSeparator,
      maxLength: DEVICES_MAX,
      maxParts: DEVICES_SHOWN,
      more: (count) => mrkdwn`${words.more(count)}`,
    },
  );
}
