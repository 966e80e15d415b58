import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import details from '../../sandbox/conference/fixtures/conference-infos.json' with { type: 'json' };
import detailHouses from '../../sandbox/conference/fixtures/detail-house-list.json' with { type: 'json' };
import houses from '../../sandbox/conference/fixtures/house-list.json' with { type: 'json' };
import { INVITEE_AUDIENCE, MEETING_AUDIENCE } from '../../src/core/audience-table.ts';

const SRC = new URL('../../src/', import.meta.url).pathname;
const ADAPTER = join(SRC, 'conference/quanshi');

/** Paths, headers of the authentication, and fields that only requests or replies to other questions have. */
const OTHER_NAMES = [
  'confopenapi',
  'getUsersByEmailsMobiles',
  'AppKey',
  'CurTime',
  'CheckSum',
  'inCycle',
  'pcode',
];

/** Fields of the vendor whose names are everyday words of any program, or words of Slack. */
const COMMON = ['email', 'hide', 'length', 'link', 'list', 'name', 'result', 'roleName', 'timestamp', 'user'];

const DOMAIN = new Set([...Object.keys(MEETING_AUDIENCE), ...Object.keys(INVITEE_AUDIENCE), ...COMMON]);

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)]);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** What the adapter reads by name: `wire.read('title', …)`, `.object('…')`, `.list('…')`, `readAddress(wire, '…')`. */
const readByAdapter = filesIn(ADAPTER).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\.(?:read|object|list)\(|readAddress\(wire,)\s*'(\w+)'/g)].map(
    ([, name = '']) => name,
  ),
);

const vendorNames = new Set(
  [...namesIn([details, houses, detailHouses]), ...readByAdapter, ...OTHER_NAMES].filter(
    (name) => !DOMAIN.has(name),
  ),
);

test.each(['hostJoinUrl', 'pcode1', 'btplRole', 'houseList', 'joinHostUrl', 'request_id', 'SubDevices'])(
  '%s is among the names of the vendor that are looked for',
  (name) => {
    expect([...vendorNames]).toContain(name);
  },
);

test('no file outside the adapter says a path or a field name of the vendor, in code or comments', () => {
  const said = filesIn(SRC)
    .filter((file) => !file.startsWith(ADAPTER + sep))
    .flatMap((file) => {
      const words = new Set(readFileSync(file, 'utf8').split(/\W+/));
      return [...vendorNames]
        .filter((name) => words.has(name))
        .map((name) => `${relative(SRC, file)}: ${name}`);
    });
  expect(said).toEqual([]);
});
