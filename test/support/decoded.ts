import type { Meeting } from '../../src/core/meeting.ts';
import { decodeMeetings } from '../../src/meetings/decoder/meeting.ts';
import { parseLossless } from '../../src/meetings/endpoint/reply.ts';
import { meeting } from './conference/meetings.ts';
import { toJson, type WireMeeting, type WireValue } from './conference/wire.ts';
import { zoneOf } from './units.ts';

/** A reply's meetings, written as the vendor writes them and read as the app does. */
export function decodedAll(wire: readonly WireValue[], zone = 'Asia/Shanghai') {
  const dropped: string[] = [];
  const parsed = parseLossless(toJson(wire));
  const read = decodeMeetings(Array.isArray(parsed) ? parsed : [], zoneOf(zone), (path) =>
    dropped.push(path),
  );
  return { ...read, dropped };
}

/** The full sample meeting, decoded, with these fields of the vendor's in place of its own. */
export function decoded(overrides: WireMeeting = {}): Meeting {
  const [only] = decodedAll([meeting(overrides)]).meetings;
  if (only === undefined) throw new Error('it does not decode');
  return only;
}
