import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { infosPath } from '../sandbox/conference/endpoints.ts';
import { putSamples } from '../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../sandbox/conference/sample-conference.ts';
import { sampleEnvironment } from '../sandbox/environment.ts';
import { until } from '../sandbox/redis/until.ts';
import { type SampleSlack, startSampleSlack } from '../sandbox/slack/sample-slack.ts';
import { typed } from './faults/processes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

let slack: SampleSlack;
let conference: SampleConference;
let folder: string;

/** A checkout of its own, as small as can be, so that the build of this one is left alone. */
beforeAll(async () => {
  [slack, conference] = await Promise.all([startSampleSlack(), startSampleConference()]);
  putSamples(conference.meetings, Date.now());
  folder = await mkdtemp(join(tmpdir(), 'meeting-cards-'));
  const taken = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'build.ts', 'Procfile', 'src'];
  await Promise.all(taken.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const example = await readFile(join(ROOT, '.env.example'), 'utf8');
  const given: Record<string, string> = {
    ...sampleEnvironment(slack, conference),
    CONFERENCE_TIMEOUT_MS: '20000',
  };
  const filled = example.replace(/^(?:# ?)?([A-Z_]+)=.*$/gm, (line, name: string) =>
    given[name] === undefined ? line : `${name}=${given[name]}`,
  );
  await writeFile(join(folder, '.env'), filled);
});

afterAll(async () => {
  await Promise.all([slack.close(), conference.close()]);
  await rm(folder, { recursive: true, force: true });
});

test('what the README says to start in production answers a command; SIGTERM to npm alone lets it answer what is in flight, and leaves no process', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, load = '', start = ''] =
    /```sh\n(set -a .*)\nnpm ci && (npm run build && npm start)\n```/.exec(readme) ?? [];
  expect(start).toBe('npm run build && npm start');
  const { PATH, HOME } = process.env;
  const script = `${load}\n${start.replace('npm start', 'exec npm start')}`;
  const npm = spawn('sh', ['-c', script], {
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => killGroup(npm.pid));
  const ended = once(npm, 'exit');
  const logged: string[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    npm.once('exit', () => reject(new Error('The app ended before it listened.')));
    createInterface({ input: npm.stdout }).on('line', (line) => {
      logged.push(line);
      const [, found] = /"port":(\d+).*"event":"listening"/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  // The output stays open for as long as one process of them lives.
  const left = once(npm.stdout, 'end');
  const appUrl = `http://127.0.0.1:${port}`;
  expect((await slack.command({ appUrl, text: '649128' })).text).toContain('112233');
  conference.fault({ kind: 'hold' }, 1, infosPath);
  const underWay = typed(slack, appUrl, 'U0LATE', '700002');
  await until('it asks', async () => conference.questions.some(({ rawBody }) => rawBody.includes('700002')));
  npm.kill('SIGTERM');
  await until('it stops', async () => logged.some((line) => line.includes('"event":"stopping"')));
  conference.heal();
  expect((await underWay).text).toContain('Design review');
  expect(slack.violations).toEqual([]);
  expect(await ended).toEqual([0, null]);
  await left;
  expect(logged.at(-1)).toContain('"event":"stopped"');
});

test('what is built is ASCII, which takes half the memory of other texts, and each text of the app is in it', async () => {
  const built = await readFile(join(folder, 'dist', 'main.js'), 'utf8');
  expect([...built.matchAll(/[^\0-\x7f]+/g)].map(([strange]) => strange)).toEqual([]);
  expect(built).toContain('\\u4F1A\\u8BAE');
});

/** What a failed test left behind. */
function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}

test.each(['web', 'worker'])(
  'Procfile starts %s with the command of npm start, without npm between',
  async (role) => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const procfile = await readFile(join(ROOT, 'Procfile'), 'utf8');
    const lines = procfile.trimEnd().split('\n');
    expect(lines).toContain(`${role}: ${scripts.start.replace('exec env', `env ROLE=${role}`)}`);
  },
);
