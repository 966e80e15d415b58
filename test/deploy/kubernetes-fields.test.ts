import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isFields, textAt } from '../../sandbox/slack/fields.ts';
import { fileText } from '../support/project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The types of the resources, from the API's own description, by the module that has each. */
const MODULES: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1/Deployment',
  PodDisruptionBudget: 'policy/v1/PodDisruptionBudget',
  Service: 'v1/Service',
};

/** Published schemas take fields that they do not have, as the API does; the compiler takes none in a literal. */
function compiled(lines: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const imports = Object.entries(MODULES).map(
    ([kind, path]) => `import type { I${kind} } from 'kubernetes-models/${path}';`,
  );
  writeFileSync(join(folder, 'resources.mts'), [...imports, ...lines].join('\n'));
  const options = { extends: join(root, 'tsconfig.json'), include: ['resources.mts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], (_error, said) =>
      resolve(said),
    );
  });
}

test('deploy/kubernetes.yaml has no field that the API does not have, and a misspelt one would be found', async () => {
  const literals = parseAllDocuments(fileText('deploy/kubernetes.yaml')).map((document, nth) => {
    const resource: unknown = document.toJS();
    const kind = isFields(resource) ? textAt(resource, 'kind') : undefined;
    return `export const r${nth}: I${kind} = ${JSON.stringify(resource)};`;
  });
  const misspelt =
    literals[0]?.replace('"failureThreshold"', '"failureThreshhold"').replace('r0', 'misspelt') ?? '';
  expect(misspelt).toContain('Threshhold');
  expect(await compiled([...literals, '// @ts-expect-error no such field', misspelt])).toBe('');
});
