import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Fields, fieldsAt, isFields, listAt, parseJson, textAt } from '../../sandbox/slack/fields.ts';
import { fileText } from '../support/project.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';
const forms = readdirSync(new URL(`../../${FOLDER}`, import.meta.url)).filter(
  (name) => name !== 'config.yml',
);
const fieldsOf = (parsed: unknown): Fields => (isFields(parsed) ? parsed : {});

describe.each(forms)('the form %s', (name) => {
  const form = fieldsOf(parse(fileText(`${FOLDER}/${name}`)));

  test('has a name, a description and fields that GitHub knows, each with its own id', () => {
    expect([textAt(form, 'name'), textAt(form, 'description')].every((text) => text)).toBe(true);
    const fields = listAt(form, 'body');
    for (const field of fields) expect(['markdown', 'textarea', 'input']).toContain(field.type);
    const asked = fields.filter(({ type }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    for (const field of asked)
      expect(textAt(fieldsAt(field, 'attributes') ?? {}, 'label')).toMatch(/\?$|[a-z]$/);
  });
});

test('.nvmrc, the devcontainer and package.json agree: 24 is recommended, 20 is the least', () => {
  const { engines } = fieldsOf(parseJson(fileText('package.json')));
  expect(fieldsOf(engines).node).toBe('>=20');
  expect(fileText('.nvmrc')).toBe('24\n');
  expect(fileText('.devcontainer/Dockerfile')).toMatch(/^FROM node:24-/);
  expect(fileText('README.md')).toContain('Node 24 is recommended');
});

test('the devcontainer installs what the commands look for', () => {
  const dockerfile = fileText('.devcontainer/Dockerfile');
  for (const name of ['redis-server', 'chromium', 'prometheus']) expect(dockerfile).toContain(name);
  const { build } = fieldsOf(parseJson(fileText('.devcontainer/devcontainer.json')));
  expect(fieldsOf(build).dockerfile).toBe('Dockerfile');
});

test('.editorconfig has the width and the indent of biome.json', () => {
  const { formatter } = fieldsOf(parseJson(fileText('biome.json')));
  const { indentWidth, lineWidth } = fieldsOf(formatter);
  expect(fileText('.editorconfig')).toContain(`indent_size = ${indentWidth}\n`);
  expect(fileText('.editorconfig')).toContain(`max_line_length = ${lineWidth}\n`);
});

test('CODEOWNERS names nobody', () => {
  const rules = fileText('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules).toEqual([]);
});
