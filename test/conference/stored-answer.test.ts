import { expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { readStored, writeFound, writeNotFound, writeWithdrawn } from '../../src/conference/stored-answer.ts';
import { decodedAll } from '../support/decoded.ts';
import { second, zoneOf } from '../support/units.ts';

const zone = zoneOf('Asia/Shanghai');
const at = second(1000);

test('a kept meeting reads back the same, occurrence by occurrence', () => {
  const { meetings, stored } = decodedAll([meeting(), meeting({ startTime: 1_925_000_000, endTime: null })]);
  expect(readStored(writeFound(at, stored), zone)).toEqual({ kind: 'found', at, occurrences: meetings });
});

test('"not found" reads back as it was', () => {
  expect(readStored(writeNotFound(at), zone)).toEqual({ kind: 'not-found', at });
});

test('a meeting that was withdrawn reads back as it was, with the second of the refusal', () => {
  const { meetings, stored } = decodedAll([meeting()]);
  const withdrawn = writeWithdrawn(second(1060), writeFound(at, stored)) ?? '';
  const read = { kind: 'withdrawn', at: 1060, asOf: at, occurrences: meetings };
  expect(readStored(withdrawn, zone)).toEqual(read);
  expect(writeWithdrawn(second(1070), withdrawn)).toBeUndefined();
  expect(writeWithdrawn(second(1070), writeNotFound(at))).toBeUndefined();
});

test('what is kept holds no contact data, and nothing that nobody may see', () => {
  const { stored } = decodedAll([meeting()]);
  const text = writeFound(at, stored);
  for (const secret of [
    '95519736',
    '95519737',
    '13800000001',
    '154553',
    '@example.com',
    '1390000005',
    '010-5993',
    '22563698',
    '191005',
  ])
    expect(text).not.toContain(secret);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"kind"'],
  ['null', 'null'],
  ['another kind', '{"kind":"x","at":1}'],
  ['no time', '{"kind":"not-found"}'],
  ['a time before 1970', '{"kind":"not-found","at":-5}'],
  ['no meetings', '{"kind":"found","at":5,"meetings":[]}'],
  ['meetings that do not decode', '{"kind":"found","at":5,"meetings":[{}]}'],
  ['a list of something else', '{"kind":"found","at":5,"meetings":[7]}'],
])('%s counts as absent', (_what, text) => {
  expect(readStored(text, zone)).toBeUndefined();
});
