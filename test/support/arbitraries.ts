import fc from 'fast-check';
import { meeting } from '../../sandbox/conference/meetings.ts';
import type { WireMeeting, WireRecord, WireValue } from '../../sandbox/conference/wire.ts';
import { isFields } from '../../sandbox/conference/wire.ts';

const SURROGATES = { from: 0xd800, count: 0x800 };

/** Any character but half a surrogate pair. The unit `binary` of fast-check is the same, and has a table of all 1.1 million in memory. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (nth) => String.fromCodePoint(nth < SURROGATES.from ? nth : nth + SURROGATES.count),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== character) throw new Error('not one character');
    return code < SURROGATES.from ? code : code - SURROGATES.count;
  },
);

/** A text of any characters. */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit: anyCharacter, ...(maxLength === undefined ? {} : { maxLength }) });

const nasty = fc.constantFrom(
  '<!channel>',
  '<https://evil.example|x>',
  '*b* _i_ ~s~ `c`',
  '&amp;<>|',
  '👩🏽‍💻'.repeat(60),
  '\u202e\u0000\n\r\u2028',
  '\u0000',
  '\u202e\u2066',
  'x'.repeat(6000),
  '|',
  ' ',
  '\u200b',
  'javascript:alert(1)',
  'https://ntest.qsh1.cn/k/a?b=<c>|d&e',
  `https://ntest.qsh1.cn/${'é'.repeat(400)}`,
  '2030-12-31 10:30:00',
  '9999-12-31 23:59:59',
  '["a","b"]',
  '18446744073709551616',
);

const scalar: fc.Arbitrary<WireValue> = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme' }),
  anyText(20),
  fc.integer(),
  fc.constantFrom(0, 1, 2, 3, 4, 7, -1, 1_924_911_000, 1_924_911_000_000, 253_402_300_799, 1e300, 0.5),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.boolean(),
  fc.constant(null),
);

/** Any JSON value. */
export const wireValue: fc.Arbitrary<WireValue> = fc.letrec<{ value: WireValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'DeviceName', 'link', 'toString')),
      tie('value'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
})).value;

const recordOf = (fields: readonly string[]): fc.Arbitrary<WireRecord> =>
  fc.dictionary(fc.constantFrom(...fields), fc.oneof(scalar, wireValue), {
    maxKeys: fields.length,
    noNullPrototype: true,
  });

const namesIn = (value: WireValue | undefined): string[] => {
  const entry = Array.isArray(value) ? value[0] : value;
  return isFields(entry) ? Object.keys(entry) : [];
};

const full = meeting();
const lists = ['attendList', 'houseList', 'equipList', 'detailHouseList', 'btplRole'];

/** Lists of many entries that have the right names and arbitrary values. */
const listed = fc
  .constantFrom(...lists)
  .chain((name) =>
    fc
      .array(recordOf(namesIn(full[name])), { maxLength: 40 })
      .map((entries): WireRecord => ({ [name]: entries })),
  );
const settings = recordOf(namesIn(full.calExtraInfo)).map((calExtraInfo): WireRecord => ({ calExtraInfo }));
const fields = fc
  .constantFrom(...Object.keys(full).filter((name) => name !== 'eventId'))
  .chain((name) => fc.oneof(scalar, wireValue).map((value): WireRecord => ({ [name]: value })));

/** The full sample meeting with some of its fields replaced by anything; most still decode. */
export const strangeMeeting: fc.Arbitrary<WireMeeting> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fields }, { weight: 2, arbitrary: listed }, settings), {
    maxLength: 8,
  })
  .map((changes) => meeting(Object.assign({}, ...changes)));
