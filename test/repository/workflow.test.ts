import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Fields, fieldsAt, isFields, listAt, textAt } from '../../sandbox/slack/fields.ts';
import { faultOf } from '../support/commands.ts';
import { fileText } from '../support/project.ts';

const PATH = '.github/workflows/ci.yml';

const READER = fileURLToPath(new URL('support/workflow-faults.ts', import.meta.url));

/** What GitHub's own reader says about a workflow. A process of its own, because it imports JSON in a way that Node alone refuses. */
function faultsOf(content: string): unknown {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', READER], {
    input: content,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

const parsed: unknown = parse(fileText(PATH));
const workflow: Fields = isFields(parsed) ? parsed : {};
const jobs = fieldsAt(workflow, 'jobs') ?? {};
const job = (name: string): Fields => fieldsAt(jobs, name) ?? {};
const stepsOf = (name: string) => listAt(job(name), 'steps');
const commandsOf = (name: string) =>
  stepsOf(name)
    .flatMap((step) => (textAt(step, 'run') ?? '').split('\n'))
    .flatMap((line) => line.split(' && '));

describe(PATH, () => {
  test('is a workflow to GitHub’s own reader', () => {
    expect(faultsOf(fileText(PATH))).toEqual([]);
  });

  test('would not be one with a step that does nothing, or an expression that is not closed', () => {
    expect(faultsOf(fileText(PATH).replace('- run: npm run types', '- name: types'))).not.toEqual([]);
    expect(faultsOf(fileText(PATH).replace('ref }}', 'ref'))).not.toEqual([]);
  });

  test('tests each Node with each Redis', () => {
    const { node, redis } = fieldsAt(fieldsAt(job('tests'), 'strategy') ?? {}, 'matrix') ?? {};
    expect([node, redis]).toEqual([
      [20, 22, 24],
      [7, 8],
    ]);
  });

  test('runs each check of package.json once', () => {
    const run = Object.keys(jobs).flatMap(commandsOf);
    const checks = [
      'types',
      'lint',
      'dead',
      'coverage',
      'test:browser',
      'test:container',
      'test:alerts',
      'bench',
    ];
    for (const command of checks) expect(run.filter((each) => each === `npm run ${command}`)).toHaveLength(1);
    expect(run).toContain('npx vitest run');
  });

  test('has commands of npm that can be typed', () => {
    const commands = Object.keys(jobs)
      .flatMap(commandsOf)
      .filter((command) => command.startsWith('npm '));
    expect(commands.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
  });

  test('runs the benchmark only where somebody asks for it', () => {
    expect(job('bench').if).toBe("github.event_name == 'workflow_dispatch' && inputs.bench");
  });

  test.each(Object.keys(jobs))('%s has an end, and the Node of .nvmrc or of the matrix', (name) => {
    expect(job(name)['timeout-minutes']).toBeGreaterThan(0);
    const [node = {}] = stepsOf(name).filter((step) =>
      textAt(step, 'uses')?.startsWith('actions/setup-node@'),
    );
    const { 'node-version': version, 'node-version-file': file } = fieldsAt(node, 'with') ?? {};
    expect([file, version]).toEqual(
      name === 'tests' ? [undefined, '$' + '{{ matrix.node }}'] : ['.nvmrc', undefined],
    );
  });

  test('may read the repository, and write nothing', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });
});
