import { check } from 'recheck';
import { describe, expect, test } from 'vitest';
import { filesIn } from './support/imports.ts';
import { patternsIn } from './support/patterns.ts';

/**
 * How the work of a search grows with the text, decided on the automaton or, where that cannot be built, by the steps that a fuzzer makes it
 * take. Without limits of time, so that a slow machine finds the same. The checker takes its native program where npm has one for this machine,
 * and JavaScript elsewhere.
 */
async function growthOf(source: string, flags: string): Promise<string> {
  const found = await check(source, flags, { timeout: null, attackTimeout: null, incubationTimeout: null });
  return `${found.status}: ${found.status === 'unknown' ? found.error.kind : found.complexity.summary}`;
}

const patterns = filesIn('src').flatMap(patternsIn);
const distinct = [...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values()];

describe('the work of a regular expression grows no faster than the text', { timeout: 60_000 }, () => {
  test.each(distinct)('$file: /$source/$flags', async ({ source, flags }) => {
    expect(await growthOf(source, flags)).toMatch(/^safe: /);
  });
});

test('many files have regular expressions, and one that is made of a template is found too', () => {
  expect(distinct.length).toBeGreaterThan(30);
  expect(patterns.filter(({ file }) => file === 'src/cards/limits.ts').length).toBeGreaterThan(0);
});

test.each([
  ['a run that is looked for at the end', '\\/+$'],
  ['repetitions that share characters', 'meeting[\\s_-]*(?:id)?[\\s:]*[0-9]'],
  ['a repetition of repetitions', '^(a|a)*$'],
])('%s would be found', async (_what, source) => {
  expect(await growthOf(source, '')).toMatch(/^vulnerable: /);
});
