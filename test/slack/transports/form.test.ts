import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formFields } from '../../../src/slack/transports/form.ts';

const asTheStandardReads = (text: string) => Object.fromEntries(new URLSearchParams(text));

test.each([
  '',
  'a',
  'a=',
  '=b',
  '&&a=1&&',
  'a=1&a=2',
  'a=b=c',
  'text=%E5%AD%A3+x%2By&command=%2Fmeeting',
  'a=%',
  'a=%zz&b=1',
  'a=%ff',
  '__proto__=x&constructor=y',
  'payload=%7B%22a%22%3A1%7D',
])('%j is read as the URL standard reads it', (text) => {
  expect(formFields(text)).toEqual(asTheStandardReads(text));
});

test('whatever is encoded as it should be comes back', () => {
  const fields = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fields, (given) => {
      const text = new URLSearchParams(Object.entries(given)).toString();
      expect(formFields(text)).toEqual(asTheStandardReads(text));
    }),
  );
});
