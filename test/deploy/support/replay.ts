import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileText } from '../../support/project.ts';
import { contextOf, type ImageStage, type Step, stagesOf } from './dockerfile.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a container of the last stage would start with. */
export interface ReplayedImage {
  /** Where `/` of the image is on this machine. */
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: { readonly uid: number; readonly gid: number };
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  remove(): Promise<void>;
}

interface State {
  readonly root: string;
  folder: string;
  environment: Record<string, string>;
  user: ReplayedImage['user'];
  command: readonly string[];
  healthcheck: readonly string[];
}

/**
 * Does what `docker build` would do, without a container: each stage has a folder as its `/`, with this process's Node in the place of the base
 * image's. It cannot show what the base image has, nor what a container forbids besides.
 */
export async function replay(): Promise<ReplayedImage> {
  const home = await mkdtemp(join(tmpdir(), 'meeting-cards-image-'));
  await chmod(home, 0o755);
  const built = new Map<string, State>();
  let last: State | undefined;
  for (const [index, stage] of stagesOf(fileText('Dockerfile')).entries()) {
    last = await replayStage(stage, join(home, String(index)), built);
    if (stage.name !== undefined) built.set(stage.name, last);
  }
  if (last === undefined) throw new Error('The Dockerfile has no stage.');
  const { folder, ...image } = last;
  return { ...image, workdir: folder, remove: () => rm(home, { recursive: true, force: true }) };
}

async function replayStage(
  { steps }: ImageStage,
  root: string,
  built: ReadonlyMap<string, State>,
): Promise<State> {
  const bin = join(root, 'usr/local/bin');
  await mkdir(bin, { recursive: true });
  await copyFile(process.execPath, join(bin, 'node'), constants.COPYFILE_FICLONE);
  const environment = { PATH: `${bin}:${process.env.PATH}`, HOME: process.env.HOME ?? root };
  const user = { uid: 0, gid: 0 };
  const state: State = { root, folder: root, environment, user, command: [], healthcheck: [] };
  for (const step of steps) await replayStep(step, state, built);
  return state;
}

async function replayStep(step: Step, state: State, built: ReadonlyMap<string, State>): Promise<void> {
  switch (step.kind) {
    case 'workdir':
      state.folder = join(state.root, step.folder);
      await mkdir(state.folder, { recursive: true });
      return;
    case 'copy':
      for (const name of step.names) await copyOne(name, step.to, state, rootOf(step.from, name, built));
      return;
    case 'run':
      run(step.script, state);
      return;
    case 'env':
      state.environment = { ...state.environment, ...step.variables };
      return;
    case 'user':
      state.user = step;
      return;
    case 'healthcheck':
      state.healthcheck = step.command;
      return;
    case 'cmd':
      state.command = step.command;
      return;
    case 'expose':
      return;
  }
}

function rootOf(from: string | undefined, name: string, built: ReadonlyMap<string, State>): string {
  const stage = from === undefined ? undefined : built.get(from);
  if (stage !== undefined) return stage.root;
  if (from !== undefined) throw new Error(`No stage before this one is called ${from}.`);
  if (!contextOf(fileText('.dockerignore')).includes(name))
    throw new Error(`.dockerignore holds ${name} back.`);
  return ROOT;
}

/** A file goes into a folder that ends with `/`, under its own name; a folder's contents go to where `to` is. */
async function copyOne(name: string, to: string, { folder }: State, root: string): Promise<void> {
  const target = to.endsWith('/') ? join(resolve(folder, to), basename(name)) : resolve(folder, to);
  await cp(join(root, name), target, { recursive: true });
}

/** What this machine needs to reach the registry, such as proxies and certificates, without what npm and vitest tell those whom they start. */
function machine(): Record<string, string | undefined> {
  const given = Object.entries(process.env);
  return Object.fromEntries(
    given.filter(([name]) => !/^(npm_|vitest|node_env$|test$|dev$|prod$)/i.test(name)),
  );
}

function run(script: string, { folder, environment }: State): void {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    env: { ...machine(), ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stdout}${stderr}`);
}
