import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compactCard } from '../../src/cards/compact-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { MEETING_AUDIENCE } from '../../src/core/audience-table.ts';
import type { HostView } from '../../src/core/views.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles the core as it is, but for one change; gives what the compiler says. */
function compiledWith(file: string, from: string, to: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['core', 'lib'])
    cpSync(join(root, 'src', name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['core'] }),
  );
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const path = join(folder, 'core', file);
  const changed = readFileSync(path, 'utf8').replace(from, to);
  writeFileSync(path, changed);
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], (_error, said) =>
      resolve(said),
    );
  });
}

describe('the compiler', () => {
  test('takes the core as it is', async () => {
    expect(await compiledWith('meeting.ts', '', '')).toBe('');
  });

  test.each([
    ['a meeting', 'readonly hostSecret:', 'readonly newSecret: string | undefined;\n  readonly hostSecret:'],
    ['an invited person', 'readonly company:', 'readonly newSecret: string;\n  readonly company:'],
  ])('refuses a new field of %s without an audience', async (_of, from, to) => {
    const said = await compiledWith('meeting.ts', from, to);
    expect(said).toMatch(/audience-table\.ts.*error.*newSecret|audience-table\.ts[\s\S]*newSecret/);
  });

  test('refuses a view that lacks what its audience is given', async () => {
    const said = await compiledWith('audience-table.ts', "hostSecret: 'host'", "hostSecret: 'attendee'");
    expect(said).toMatch(/view-fields\.ts.*error/);
  });

  test('refuses a view that hands on what was taken from everybody', async () => {
    const said = await compiledWith('audience-table.ts', "callMeLink: 'all'", "callMeLink: 'internal'");
    expect(said).toMatch(/view-fields\.ts.*error/);
  });

  test('refuses a card for everybody that is given a host’s view', () => {
    const leak = (view: HostView) =>
      // @ts-expect-error a host's view is not a public one
      compactCard(view, { words: en, now: second(1), homeZone: view.zone });
    expect(typeof leak).toBe('function');
  });
});

test('the table names just the fields that the decoder hands on', () => {
  expect(Object.keys(decoded()).sort()).toEqual(Object.keys(MEETING_AUDIENCE).sort());
});
