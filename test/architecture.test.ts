import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cyclesIn } from './support/cycles.ts';
import { arrowsOf, filesIn } from './support/imports.ts';
import {
  BESIDE,
  COMPOSITION_ROOT,
  isAgainstFolders,
  isAgainstModules,
  isIntoPrivate,
  isOutOfPlace,
  isSlackOutside,
  MODULES,
  moduleOf,
  PLACES,
  PURE,
  say,
  topOf,
} from './support/module-rules.ts';
import { fileText } from './support/project.ts';

const files = filesIn('src');
const arrows = files.flatMap(arrowsOf);
const everywhere = Object.keys(BESIDE).flatMap(filesIn).flatMap(arrowsOf);

describe('the modules of src/', () => {
  test('are the known ones, beside the two entry files and the composition root', () => {
    const strangers = files.filter((file) => MODULES[moduleOf(file) ?? ''] === undefined);
    expect(strangers).toEqual([...COMPOSITION_ROOT, 'src/main.ts', 'src/tenants-command.ts'].sort());
  });

  test.each(Object.keys(MODULES))('%s/ imports no module that it may not know', (name) => {
    const against = arrows.filter((arrow) => moduleOf(arrow.from) === name && isAgainstModules(arrow));
    expect(against.map(say)).toEqual([]);
  });

  test('import the composition root in the entry files alone, and those nowhere', () => {
    const roots = arrows.filter(({ to, isOurs }) => isOurs && moduleOf(to) === undefined);
    expect(roots.map(say)).toEqual([
      'src/app.ts → src/many-workspaces.ts',
      'src/app.ts → src/process-services.ts',
      'src/app.ts → src/seal-keys.ts',
      'src/app.ts → src/tenant-services.ts',
      'src/app.ts → src/vendors.ts',
      'src/app.ts → src/web-routes.ts',
      'src/main.ts → src/app.ts',
      'src/tenant-services.ts → src/process-services.ts',
      'src/tenants-command.ts → src/seal-keys.ts',
      'src/web-routes.ts → src/many-workspaces.ts',
    ]);
  });

  test('reach the vendor, Redis and memory over the ports only', () => {
    expect(arrows.filter(isIntoPrivate).map(say)).toEqual([]);
  });

  test('form no cycle of files, type-only imports included', () => {
    expect(cyclesIn(arrows)).toEqual([]);
  });
});

describe('packages', () => {
  test.each(Object.entries(PURE))('of %s/ are %j at most, and nothing of Node', (name, packages) => {
    const foreign = arrows.filter(
      ({ from, to, isOurs, isType }) =>
        !isOurs && !isType && moduleOf(from) === name && !packages.includes(to),
    );
    expect(foreign.map(say)).toEqual([]);
  });

  test('of Slack are imported by slack/ alone, but for the types of Block Kit in cards/', () => {
    expect(arrows.filter(isSlackOutside).map(say)).toEqual([]);
  });

  test.each(Object.entries(PLACES))('%s is imported below %s alone', (name) => {
    expect(arrows.filter((arrow) => arrow.to === name && isOutOfPlace(arrow)).map(say)).toEqual([]);
  });

  test('that src/ runs with are dependencies of production', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(fileText('package.json'));
    const strangers = arrows.filter(
      ({ to, isOurs, isType }) =>
        !isOurs && !isType && !to.startsWith('node:') && dependencies[to] === undefined,
    );
    expect(strangers.map(say)).toEqual([]);
  });
});

describe('the folders beside src/', () => {
  test('are imported one way: test, then bench, demo and release, then sandbox; src by test, bench and release alone', () => {
    expect(everywhere.filter(isAgainstFolders).map(say)).toEqual([]);
  });

  test('form no cycle of files', () => {
    expect(cyclesIn(everywhere.filter(({ from }) => topOf(from) !== 'src'))).toEqual([]);
  });

  test('name in each specifier a file that is there', () => {
    expect(everywhere.filter(({ to, isOurs }) => isOurs && !existsSync(to)).map(say)).toEqual([]);
  });
});
