import { meeting } from '../../sandbox/conference/meetings.ts';
import { toJson, type WireMeeting, type WireValue } from '../../sandbox/conference/wire.ts';
import { decodeMeetings } from '../../src/conference/quanshi/decoder/meeting.ts';
import { parseLossless } from '../../src/conference/quanshi/endpoint/reply.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { zoneOf } from './units.ts';

/** A reply's meetings, written as the vendor writes them and read as the app does. */
export function decodedAll(wire: readonly WireValue[], zone = 'Asia/Shanghai') {
  const dropped: string[] = [];
  const parsed = parseLossless(toJson(wire));
  const meetings = decodeMeetings(Array.isArray(parsed) ? parsed : [], zoneOf(zone), (path) =>
    dropped.push(path),
  );
  return { meetings, dropped };
}

/** The full sample meeting, decoded, with these fields of the vendor's in place of its own. */
export function decoded(overrides: WireMeeting = {}): Meeting {
  const [only] = decodedAll([meeting(overrides)]).meetings;
  if (only === undefined) throw new Error('it does not decode');
  return only;
}
