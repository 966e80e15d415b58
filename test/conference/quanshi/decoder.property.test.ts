import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJson } from '../../../sandbox/conference/wire.ts';
import { decodeMeetings } from '../../../src/conference/quanshi/decoder/meeting.ts';
import { readReply } from '../../../src/conference/quanshi/endpoint/reply.ts';
import { anyText, strangeMeeting, wireValue } from '../../support/arbitraries.ts';
import { decodedAll } from '../../support/decoded.ts';
import { zoneOf } from '../../support/units.ts';

const zone = zoneOf('Asia/Shanghai');

test('whatever a reply contains, the decoder does not throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(wireValue, strangeMeeting), { maxLength: 4 }), (wire) => {
      const { meetings, dropped } = decodedAll(wire);
      expect(meetings.length + dropped.filter((path) => /^result\[\d+\]$/.test(path)).length).toBe(
        wire.length,
      );
    }),
    { numRuns: 300 },
  );
});

test('the decoder does not throw for what is not JSON at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), {
        maxLength: 4,
      }),
      (values) => {
        expect(() => decodeMeetings(values, zone, () => {})).not.toThrow();
      },
    ),
    { numRuns: 300 },
  );
});

test('what is left out is told by paths alone: names of the vendor and numbers', () => {
  fc.assert(
    fc.property(strangeMeeting, (wire) => {
      for (const path of decodedAll([wire]).dropped) {
        expect(path).toMatch(
          /^[A-Za-z0-9]+(\[\d+\])?(\.[A-Za-z0-9]+(\[\d+\])?)*( \((also a host's link|also a secret)\))?$/,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever the body of a reply is, it is read as one of the known kinds', () => {
  const kinds = ['answered', 'refused', 'timeout', 'unreachable', 'unreadable'];
  const bodies = fc.oneof(
    anyText(),
    wireValue.map(toJson),
    fc
      .record(
        { status: wireValue, result: wireValue, msg: wireValue, request_id: wireValue },
        { requiredKeys: [] },
      )
      .map(toJson),
  );
  fc.assert(
    fc.property(fc.constantFrom(200, 204, 301, 400, 404, 429, 500, 503), bodies, (status, body) => {
      expect(kinds).toContain(readReply(status, body).kind);
    }),
    { numRuns: 500 },
  );
});
