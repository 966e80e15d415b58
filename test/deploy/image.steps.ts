import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSamples } from '../../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { type SampleSlack, startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import { type ReplayedImage, replay } from './support/replay.ts';

/** A process of this user may change whom it runs as. */
const isRoot = process.getuid?.() === 0;

let image: ReplayedImage;
let slack: SampleSlack;
let conference: SampleConference;
let app: ChildProcess | undefined;
let ended: Promise<unknown[]>;
let port: string;
let files: readonly string[];

const filesOf = async () => (await readdir(image.root, { recursive: true })).sort();

/** As the container starts a program: the image's user, folder and variables. */
function started(given: Readonly<Record<string, string>> = {}) {
  return {
    cwd: image.workdir,
    env: { ...image.environment, ...given },
    ...(isRoot ? image.user : {}),
  };
}

async function withoutWriting(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await withoutWriting(join(folder, entry.name));
    else await chmod(join(folder, entry.name), 0o555);
  }
  await chmod(folder, 0o555);
}

const healthcheck = () => {
  const [program = '', ...args] = image.healthcheck;
  return spawnSync(program, args, { ...started({ PORT: port }), stdio: 'inherit' }).status;
};

beforeAll(async () => {
  [image, slack, conference] = await Promise.all([replay(), startSampleSlack(), startSampleConference()]);
  putSamples(conference.meetings, Date.now());
  await withoutWriting(image.root);
  files = await filesOf();
  const [program = '', ...args] = image.command;
  const child = spawn(program, args, {
    ...started(sampleEnvironment(slack, conference)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  app = child;
  ended = once(child, 'exit');
  port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The app ended with ${code} before it listened.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /"port":(\d+).*"event":"listening"/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
});

afterAll(async () => {
  app?.kill('SIGKILL');
  await Promise.all([slack?.close(), conference?.close(), image?.remove()]);
});

test('the image has package.json and the built files, and neither sources nor packages', async () => {
  expect((await readdir(image.workdir)).sort()).toEqual(['dist', 'package.json']);
  expect(await readdir(join(image.workdir, 'dist'))).toContain('main.js');
});

test('its user is not root, and cannot write into its folder', () => {
  expect(image.user.uid).toBeGreaterThan(0);
  const write = "require('node:fs').writeFileSync('dist/new.txt', 'x')";
  const { status, stderr } = spawnSync('node', ['-e', write], { ...started(), encoding: 'utf8' });
  expect([status, stderr.includes('EACCES')]).toEqual([1, true]);
});

test('its command answers /meeting', async () => {
  const answer = await slack.command({ appUrl: `http://127.0.0.1:${port}`, text: '649128' });
  expect(answer.text).toContain('112233');
  expect(slack.violations).toEqual([]);
});

test('its health check passes while the app runs, and fails when SIGTERM has ended it with 0', async () => {
  expect(healthcheck()).toBe(0);
  app?.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(healthcheck()).toBe(1);
});

test('nothing was written into the image', async () => {
  expect(await filesOf()).toEqual(files);
});
