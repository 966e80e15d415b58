import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { startCommand } from '../../sandbox/built-app.ts';
import { variables } from '../../src/config/variables.ts';
import { fileText } from '../support/project.ts';
import { contextOf, type ImageStage, stagesOf } from './support/dockerfile.ts';

const text = fileText('Dockerfile');
const stages = stagesOf(text);
const last: ImageStage | undefined = stages.at(-1);
const stepsOf = (stage: ImageStage | undefined) => stage?.steps ?? [];

test('a linter of Dockerfiles has nothing to say about it', () => {
  expect(validate(text)).toEqual([]);
});

test('every stage begins with the Node that .nvmrc recommends', () => {
  const major = fileText('.nvmrc').trim();
  expect(stages.map(({ image }) => image)).toEqual(stages.map(() => `node:${major}-trixie-slim`));
});

test('the image starts the app with the arguments and variables of npm start', () => {
  const { args, environment } = startCommand('dist');
  const commands = stepsOf(last).flatMap((step) => (step.kind === 'cmd' ? [step.command] : []));
  expect(commands).toEqual([['node', ...args]]);
  const set = stepsOf(last).flatMap((step) => (step.kind === 'env' ? Object.entries(step.variables) : []));
  expect(Object.fromEntries(set)).toEqual({ NODE_ENV: 'production', ...environment });
});

test('the image runs as a user that is a number other than 0, as Kubernetes needs it', () => {
  const users = stepsOf(last).flatMap((step) => (step.kind === 'user' ? [[step.uid, step.gid]] : []));
  expect(users).toEqual([[1000, 1000]]);
});

test('the image says the port that the app listens on by default', () => {
  const ports = stepsOf(last).flatMap((step) => (step.kind === 'expose' ? [step.port] : []));
  expect(ports).toEqual([Number(variables.PORT.default)]);
});

test('the last stage runs nothing, and copies only what the build stage made', () => {
  expect(stepsOf(last).filter(({ kind }) => kind === 'run')).toEqual([]);
  const copied = stepsOf(last).flatMap((step) => (step.kind === 'copy' ? [[step.from, ...step.names]] : []));
  expect(copied).toEqual([
    ['build', '/app/package.json'],
    ['build', '/app/dist'],
  ]);
});

test('.dockerignore lets through what the Dockerfile copies, and nothing else', () => {
  const copied = stages.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'copy' && step.from === undefined ? step.names : [])),
  );
  expect([...contextOf(fileText('.dockerignore'))].sort()).toEqual([...copied].sort());
});
