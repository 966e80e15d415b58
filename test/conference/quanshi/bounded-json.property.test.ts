import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../../sandbox/conference/wire.ts';
import { EXCESS, parseJson } from '../../../src/conference/quanshi/endpoint/bounded-json.ts';
import { wireValue } from '../../support/arbitraries.ts';

const endless = {
  values: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
  entries: Number.POSITIVE_INFINITY,
};
const read = (json: string, limits = endless): unknown => parseJson(Buffer.from(json), limits);

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** How many values there are, counted in what `JSON.parse` made of it. */
const valuesIn = (value: unknown): number =>
  1 + (isContainer(value) ? Object.values(value).reduce((sum, part) => sum + valuesIn(part), 0) : 0);

const depthOf = (value: unknown): number =>
  isContainer(value) ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

/** What `JSON.parse` reads, or a word for what it does not. */
function nativelyRead(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return 'no JSON';
  }
}

function readOrRefused(json: string): unknown {
  try {
    return read(json);
  } catch {
    return 'no JSON';
  }
}

/** With numbers for texts of digits, as far as `JSON.parse` preserves them: both sides of a comparison are put through it. */
const withoutTypes = (value: unknown): unknown =>
  JSON.stringify(value, (_, part) => (typeof part === 'number' ? String(part) : part));

const json = fc.oneof(fc.json(), wireValue.map(toJson));
const spaced = fc
  .tuple(fc.jsonValue(), fc.constantFrom(0, 1, '\t', ' \r\n'.slice(0, 2)))
  .map(([value, space]) => JSON.stringify(value, null, space));

test('what JSON.parse reads is read the same, a number as its digits', () => {
  const withoutNumbers = fc
    .jsonValue({ noUnicodeString: false })
    .map((value) => JSON.stringify(value, (_, part) => (typeof part === 'number' ? String(part) : part)));
  fc.assert(
    fc.property(fc.oneof(withoutNumbers, spaced), (written) => {
      expect(withoutTypes(read(written))).toEqual(withoutTypes(JSON.parse(written)));
    }),
    { numRuns: 500 },
  );
});

test('JSON with a character taken out, put in or changed is read where JSON.parse reads it, and refused where it does not', () => {
  const changed = fc
    .tuple(json, fc.nat(), fc.nat(2), fc.constantFrom(...'{}[],:"\\0-+.eEtfnu \u0001\u00e9'))
    .map(([written, position, taken, put]) => {
      const at = position % (written.length + 1);
      return written.slice(0, at) + put + written.slice(at + taken);
    });
  fc.assert(
    fc.property(changed, (written) => {
      expect(readOrRefused(written) === 'no JSON').toBe(nativelyRead(written) === 'no JSON');
    }),
    { numRuns: 2000 },
  );
});

test('JSON is read up to exactly as many values as it has, and as deep as it is', () => {
  fc.assert(
    fc.property(json, (written) => {
      const value: unknown = JSON.parse(written);
      const [values, depth] = [valuesIn(value), depthOf(value)];
      expect(() => read(written, { ...endless, values, depth })).not.toThrow();
      expect(() => read(written, { ...endless, values: values - 1, depth })).toThrow();
      if (depth > 0) expect(() => read(written, { ...endless, values, depth: depth - 1 })).toThrow();
    }),
    { numRuns: 500 },
  );
});

describe('a list or an object with more entries than the limit', () => {
  const few = { ...endless, entries: 3 };

  test('is read as EXCESS, and the rest of the JSON as it is', () => {
    const written = '{"list":[1,2,3,4],"object":{"a":1,"b":2,"c":3,"d":[5,6]},"fits":[1,2,3]}';
    expect(read(written, few)).toEqual({ list: EXCESS, object: EXCESS, fits: ['1', '2', '3'] });
  });

  test('must still be JSON to its end', () => {
    expect(() => read('[1,2,3,4,5,]', few)).toThrow();
    expect(() => read('{"a":1,"b":2,"c":3,"d":4,"e"}', few)).toThrow();
  });
});

describe('a number', () => {
  test.each(['18446744073709551615', '-0', '0.10', '1e400', '1E-7', '-12.5e+3'])(
    'has all its digits: %s',
    (number) => {
      expect(read(`[${number}]`)).toEqual([number]);
    },
  );

  test.each(['01', '1.', '.5', '-', '+1', '1e', '1e+', '--1', '0x1', 'NaN'])(
    'that is malformed is refused: %s',
    (number) => {
      expect(() => read(`[${number}]`)).toThrow();
    },
  );
});

describe('a name', () => {
  test.each(['__proto__', 'toString', 'constructor', 'a"\u4e2d\\', ''])('may be any: %j', (name) => {
    const written = `{${JSON.stringify(name)}:1}`;
    expect(Object.entries(read(written) as object)).toEqual([[name, '1']]);
  });

  test('written in two ways is one name', () => {
    expect(typeof Object.values(read('{"ab":1,"\\u0061b":2}') as object)[0]).toBe('symbol');
  });
});

test.each(['{"a":1}', '[]', '"x"'])('a byte-order mark in front of %s is passed over', (written) => {
  expect(read(`\ufeff${written}`)).toEqual(read(written));
});

test('a byte-order mark anywhere else is not', () => {
  expect(() => read('[\ufeff]')).toThrow();
});

test('bytes that are not UTF-8 are replaced', () => {
  expect(parseJson(Buffer.from([0x22, 0xff, 0x22]))).toBe('\ufffd');
});
