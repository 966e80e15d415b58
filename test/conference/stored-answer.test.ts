import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { type StoredAnswer, storedAnswer } from '../../src/conference/stored-answer.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { decoded, decodedAll } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const at = second(1000);

/** What was stored before answers had a format: the vendor's JSON, to be decoded at each read. */
const WITHOUT_FORMAT = {
  kind: 'found',
  at: 1000,
  meetings: [{ eventId: '700001', startTime: '1924911000' }],
};

test('a meeting is read as it was written, occurrence by occurrence', () => {
  const occurrences = [decoded(), decoded({ startTime: 1_925_000_000, endTime: null })] as const;
  const answer: StoredAnswer = { kind: 'found', at, occurrences: [...occurrences] };
  expect(storedAnswer.read(storedAnswer.write(answer))).toEqual(answer);
});

test('whatever the vendor sent, the meeting that was decoded from it is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(strangeMeeting, { minLength: 1, maxLength: 3 }), (wire) => {
      const [first, ...others] = decodedAll(wire).meetings;
      fc.pre(first !== undefined);
      const answer: StoredAnswer = { kind: 'found', at, occurrences: [first, ...others] };
      expect(storedAnswer.read(storedAnswer.write(answer))).toEqual(answer);
    }),
    { numRuns: 300 },
  );
});

test('a meeting holds nothing but texts, finite numbers, truth values, lists and plain objects', () => {
  const isPlain = (value: unknown): boolean => {
    if (value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (Array.isArray(value)) return value.every(isPlain);
    if (typeof value !== 'object' || value === null) return false;
    return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
  };
  fc.assert(
    fc.property(strangeMeeting, (wire) => {
      expect(decodedAll([wire]).meetings.every(isPlain)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each<StoredAnswer>([
  { kind: 'not-found', at },
  { kind: 'withdrawn', at: second(1060), asOf: at, occurrences: [decoded()] },
])('"$kind" is read as it was written', (answer) => {
  expect(storedAnswer.read(storedAnswer.write(answer))).toEqual(answer);
});

test('what is stored holds no contact data, and nothing that nobody may see', () => {
  const [first] = decodedAll([meeting()]).meetings;
  if (first === undefined) throw new Error('it does not decode');
  const text = storedAnswer.write({ kind: 'found', at, occurrences: [first] });
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

const stored = (value: unknown, format: unknown = 2): string => JSON.stringify({ format, value });

test.each([
  ['nothing', ''],
  ['no JSON', '{"format"'],
  ['null', 'null'],
  ['an answer of the version before', JSON.stringify(WITHOUT_FORMAT)],
  ['an answer of another format', stored({ kind: 'not-found', at: 5 }, 1)],
  ['an answer without a format', JSON.stringify({ value: { kind: 'not-found', at: 5 } })],
  ['another kind', stored({ kind: 'x', at: 1 })],
  ['no time', stored({ kind: 'not-found' })],
  ['a time before 1970', stored({ kind: 'not-found', at: -5 })],
  ['no meetings', stored({ kind: 'found', at: 5, occurrences: [] })],
  ['meetings without an id', stored({ kind: 'found', at: 5, occurrences: [{}] })],
  ['a meeting whose id is not one', stored({ kind: 'found', at: 5, occurrences: [{ eventId: '0x1' }] })],
  ['a list of something else', stored({ kind: 'found', at: 5, occurrences: [7] })],
  [
    'a withdrawn answer that does not say from when it is',
    stored({ kind: 'withdrawn', at: 5, occurrences: [{ eventId: '1' }] }),
  ],
])('%s counts as absent', (_what, text) => {
  expect(storedAnswer.read(text)).toBeUndefined();
});
