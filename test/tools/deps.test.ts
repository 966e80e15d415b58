import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { heldBackIn } from '../../tools/deps/held-back.ts';
import { installedIn } from '../../tools/deps/installed.ts';
import { publishedIn } from '../../tools/deps/registry.ts';
import { aligned, HEAD, rowOf } from '../../tools/deps/rows.ts';
import { fileText } from '../support/project.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = fileText('docs/dependencies.md');
const heldBack = heldBackIn(page);
const installed = await installedIn(ROOT);

const ANSWER = JSON.stringify({
  time: { '1.0.0': '2026-01-01T00:00:00.000Z', '2.0.0': '2026-06-01T00:00:00.000Z' },
  'dist-tags': { latest: '2.0.0' },
});

const SAMPLE = { name: 'cockatiel', use: 'app', version: '1.0.0', license: 'MIT', bytes: 1500 } as const;
const TEN_DAYS_LATER = Date.UTC(2026, 0, 11);

describe('npm run deps', () => {
  test('says of a package its age, newest version, licence, size, and why it is held back until when', () => {
    const held = [{ name: 'cockatiel', stays: '1', reason: '2 needs Node 22', until: '2027-04-30' }];
    expect(rowOf(SAMPLE, publishedIn(ANSWER), held, TEN_DAYS_LATER)).toEqual([
      'cockatiel',
      'app',
      '1.0.0',
      '10',
      '2.0.0',
      'MIT',
      '2',
      '2 needs Node 22; until 2027-04-30',
    ]);
  });

  test('leaves open what the registry does not say', () => {
    expect(rowOf(SAMPLE, publishedIn('{}'), [], TEN_DAYS_LATER)).toEqual([
      'cockatiel',
      'app',
      '1.0.0',
      '?',
      '?',
      'MIT',
      '2',
      '',
    ]);
  });

  test('puts the cells of a column below each other', () => {
    const [head = '', row = ''] = aligned([HEAD, ['a', 'app', '1', '2', '3', 'MIT', '4', '']]).split('\n');
    expect(row.indexOf('MIT')).toBe(head.indexOf('licence'));
  });

  test('finds every direct dependency installed, with a licence', () => {
    const unclear = installed.filter(
      ({ version, license, bytes }) => [version, license].includes('?') || bytes === 0,
    );
    expect(unclear).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  test('says of each direct dependency why it is here', () => {
    const isNamed = (name: string) => page.includes(`\`${name.startsWith('@types/') ? '@types/*' : name}\``);
    expect(installed.filter(({ name }) => !isNamed(name))).toEqual([]);
  });

  test('names what Node 20 holds back, at the version that is used', () => {
    expect(heldBack.length).toBeGreaterThan(4);
    const majors = new Map(installed.map(({ name, version }) => [name, version.split('.')[0]]));
    const used = heldBack.map(({ name }) => [name, majors.get(name)]);
    expect(used).toEqual(heldBack.map(({ name, stays }) => [name, stays]));
  });
});

test('every package in package-lock.json has a hash, so that npm ci notices another one in its place', () => {
  const lock: { packages: Record<string, { integrity?: string }> } = JSON.parse(
    fileText('package-lock.json'),
  );
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});
