import { describe, expect, test } from 'vitest';
import { variables } from '../src/config/variables.ts';
import { fileText } from './support/project.ts';

const NONE = '–';

/** Name and default of each row of the table of variables: the one that has a column of defaults. */
function documented(): [string, string][] {
  const table =
    /\| variable +\| default +\| meaning[^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/.exec(
      fileText('docs/reference.md'),
    )?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, name = '', value = '']) => [name, value]);
}

function declared(): [string, string][] {
  return Object.entries(variables).map(([name, schema]) => {
    const value = 'default' in schema ? schema.default : undefined;
    return [name, value === undefined ? NONE : String(value)];
  });
}

test('the table of docs/reference.md has the variables of the configuration, with their defaults', () => {
  expect(documented()).toEqual(declared());
});

describe('.env.example', () => {
  const lines = fileText('.env.example').split('\n');
  const given = lines.flatMap((line) => {
    const match = /^#? ?([A-Z][A-Z_]+)=(.*)$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
  });

  test('names the same variables, each once', () => {
    expect(given.map(([name]) => name).sort()).toEqual(Object.keys(variables).sort());
  });

  test('gives each its default, or nothing', () => {
    const defaults = new Map(declared());
    for (const [name, value] of given)
      expect([name, ['', defaults.get(name)].includes(value)]).toEqual([name, true]);
  });

  test('holds no secret', () => {
    expect(lines.join('\n')).not.toMatch(/xoxb-\S|xapp-\S/);
  });
});
