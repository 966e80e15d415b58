import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as endpoints from '../sandbox/conference/endpoints.ts';
import { isFields } from '../sandbox/slack/fields.ts';
import { codeOf, filesIn } from './support/imports.ts';

const ADAPTER = 'src/conference/quanshi/';
const documented = new URL('../sandbox/conference/fixtures/', import.meta.url);

/** Names that any program has, or that Slack uses too. */
const COMMON = ['hide', 'length', 'link', 'result', 'status', 'timestamp', 'title', 'user', 'userProfile'];

/** Every field's name in a JSON value, at any depth. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isFields(value) ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]) : [];
}

const wordsIn = (code: string): ReadonlySet<string> => new Set(code.match(/\w+/g));
const domain = new Set(filesIn('src/core').flatMap((file) => [...wordsIn(codeOf(file))]));

/** What the vendor calls its fields and this program does not. */
const vendorsOwn = new Set(
  readdirSync(documented)
    .flatMap((name) => namesIn(JSON.parse(readFileSync(new URL(name, documented), 'utf8'))))
    .filter((name) => !COMMON.includes(name) && !domain.has(name)),
);

const outside = filesIn('src').filter((file) => !file.startsWith(ADAPTER));

test('the vendor’s names are found in what it documents', () => {
  for (const name of ['houseList', 'startTime', 'attendeeJoinUrl', 'DeviceName', 'btplRole'])
    expect(vendorsOwn.has(name)).toBe(true);
  expect(vendorsOwn.has('eventId')).toBe(false);
});

test('only the adapter has the vendor’s field names', () => {
  const leaks = outside.flatMap((file) =>
    [...wordsIn(codeOf(file))].filter((word) => vendorsOwn.has(word)).map((word) => `${file}: ${word}`),
  );
  expect(leaks).toEqual([]);
});

test('only the adapter has the vendor’s paths', () => {
  const paths = [endpoints.infosPath, endpoints.accountsPath, endpoints.listPath];
  const root = paths[0]?.split('/')[1] ?? '';
  for (const path of paths) expect(path.split('/')[1]).toBe(root);
  expect(outside.filter((file) => codeOf(file).includes(root))).toEqual([]);
  expect(filesIn(ADAPTER).some((file) => codeOf(file).includes(root))).toBe(true);
});
