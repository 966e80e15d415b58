import { expect, test } from 'vitest';
import { type Fields, isFields, listAt, parseJson } from '../../sandbox/slack/fields.ts';
import { heldBackIn } from '../../tools/deps/held-back.ts';
import { fileText } from '../support/project.ts';

const parsed = parseJson(fileText('.github/renovate.json'));
const renovate: Fields = isFields(parsed) ? parsed : {};

test('Renovate lets a version rest for a week', () => {
  expect([renovate.minimumReleaseAge, renovate.internalChecksFilter]).toEqual(['7 days', 'strict']);
});

test('Renovate leaves what Node 20 holds back below the versions that docs/dependencies.md names', () => {
  const below = listAt(renovate, 'packageRules').flatMap(({ matchPackageNames, allowedVersions }) =>
    Array.isArray(matchPackageNames) && allowedVersions !== undefined
      ? matchPackageNames.map((name) => [String(name), String(allowedVersions)])
      : [],
  );
  const held = heldBackIn(fileText('docs/dependencies.md'));
  expect(below.sort()).toEqual(held.map(({ name, stays }) => [name, `<${Number(stays) + 1}`]).sort());
});
