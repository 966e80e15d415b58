import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { withClient } from '../../sandbox/redis/contents.ts';
import { type Fields, fieldsAt, isFields, textAt } from '../../sandbox/slack/fields.ts';
import { variables } from '../../src/config/variables.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage, types } from '../support/on-stage.ts';
import { fileText } from '../support/project.ts';
import { isReached } from '../support/shared-redis.ts';

const parsed: unknown = parse(fileText('compose.yaml'), { merge: true });
const compose: Fields = isFields(parsed) ? parsed : {};
const services = fieldsAt(compose, 'services') ?? {};
const service = (name: string): Fields => fieldsAt(services, name) ?? {};
const wordsAt = (fields: Fields, key: string): readonly string[] => {
  const value = fields[key];
  return Array.isArray(value) ? value.map(String) : [];
};
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsAt(service(name), 'environment') ?? {}).map(([key, value]) => [key, String(value)]),
  );

/** The Redis of a service, as its command starts it. */
async function startedRedis(name: string) {
  const [program, ...args] = wordsAt(service(name), 'command');
  expect(program).toBe('redis-server');
  return onRedis(args);
}

/** What a linter says of a compose file: of its form by the schema of the Compose Specification, and of what is unwise. */
function faultsOf(path: string): readonly string[] {
  const linter = new DCLinter({ rules: STYLE, quiet: true, debug: false, exclude: [] });
  return v
    .parse(results, linter.lintFiles([path], false))
    .flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

/** Its own types name files that the compiler does not find. */
const results = v.array(v.object({ messages: v.array(v.object({ rule: v.string(), message: v.string() })) }));

/** The order of the keys is ours, and its rules about quotes read lists in one line wrongly. */
const STYLE = {
  'no-quotes-in-volumes': 0,
  'require-quotes-in-ports': 0,
  'service-keys-order': 0,
  'services-alphabetical-order': 0,
  'top-level-properties-order': 0,
} as const;

describe('compose.yaml', () => {
  test('has the form of the Compose Specification, and a linter has nothing to say about it', () => {
    expect(faultsOf(fileURLToPath(new URL('../../compose.yaml', import.meta.url)))).toEqual([]);
  });

  test.each([
    ['a limit of memory that is a list', 'mem_limit: 256m', 'mem_limit: [256m]', 'invalid-schema'],
    ['a key that the specification does not have', 'cap_drop: [ALL]', 'cap_drops: [ALL]', 'invalid-schema'],
    ['a port for everybody', '127.0.0.1:3000', '3000', 'no-unbound-port-interfaces'],
  ])('would be refused with %s', async (_what, from, to, rule) => {
    const folder = await mkdtemp(join(tmpdir(), 'compose-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'compose.yaml');
    await writeFile(path, fileText('compose.yaml').replace(from, to));
    expect(faultsOf(path).join()).toContain(rule);
  });

  test('has web and worker, a Redis for the cache and one for the state', () => {
    expect(Object.keys(services)).toEqual(['web', 'worker', 'cache', 'state']);
  });

  test.each(['web', 'worker'])('%s sets only variables that the app knows', (name) => {
    expect(Object.keys(environmentOf(name)).filter((each) => !Object.hasOwn(variables, each))).toEqual([]);
  });

  test.each(Object.keys(services))('%s writes nothing into its image, and has no rights to spare', (name) => {
    const { read_only, cap_drop, security_opt } = service(name);
    expect({ read_only, cap_drop, security_opt }).toEqual({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  test.each(['web', 'worker'])('%s has ten seconds and more to answer what is in flight', (name) => {
    expect(Number.parseInt(textAt(service(name), 'stop_grace_period') ?? '', 10)).toBeGreaterThan(10);
  });

  test.each([
    ['cache', { 'maxmemory-policy': 'volatile-lru', appendonly: 'no', save: '' }],
    ['state', { 'maxmemory-policy': 'noeviction', appendonly: 'yes', appendfsync: 'everysec' }],
  ])('%s starts a Redis with the settings of docs/operations.md', async (name, settings) => {
    const redis = await startedRedis(name);
    const told = await withClient(redis.url, (client) =>
      Promise.all(Object.keys(settings).map((key) => client.config('GET', key))),
    );
    expect(told).toEqual(Object.entries(settings));
  });

  test('keeps the state in a volume', () => {
    expect(service('state').volumes).toEqual(['state:/data']);
    expect(Object.keys(fieldsAt(compose, 'volumes') ?? {})).toEqual(['state']);
  });

  test('starts a web and a worker process that use both, and /meeting is answered', async () => {
    const [cache, state] = await Promise.all([startedRedis('cache'), startedRedis('state')]);
    const here: Readonly<Record<string, string>> = {
      'redis://cache:6379': cache.url,
      'redis://state:6379': state.url,
    };
    const local = (name: string) => ({
      ...Object.fromEntries(
        Object.entries(environmentOf(name)).map(([key, value]) => [key, here[value] ?? value]),
      ),
      PORT: '0',
    });
    const stage = await onStage({ env: local('web') });
    const worker = await stage.startApp(local('worker'));
    await Promise.all([isReached(stage), isReached(worker)]);
    expect((await types(stage, '649128')).shown).toContain('112233');
    expect((await cache.keys()).length).toBeGreaterThan(0);
    expect((await fetch(`${worker.appUrl}/slack/events`, { method: 'POST' })).status).toBe(404);
  });
});
