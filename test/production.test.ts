import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSamples } from './support/conference/meetings.ts';
import { type SampleConference, startSampleConference } from './support/conference/sample-conference.ts';
import { sampleEnvironment } from './support/environment.ts';
import { type SampleSlack, startSampleSlack } from './support/slack/sample-slack.ts';

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

test('what the README says to start in production answers a command, and ends with 0 on SIGTERM', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, load = '', start = ''] =
    /```sh\n(set -a .*)\nnpm ci && (npm run build && npm start)\n```/.exec(readme) ?? [];
  expect(start).toBe('npm run build && npm start');
  const { PATH, HOME } = process.env;
  const script = `${load}\n${start.replace('npm start', 'exec node $(node -p "require(\'./package.json\').scripts.start.slice(5)")')}`;
  const child = spawn('sh', ['-c', script], {
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The app ended before it listened.')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /"port":(\d+).*"event":"listening"/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const appUrl = `http://127.0.0.1:${port}`;
  const answer = await slack.command({ appUrl, text: '649128' });
  expect(answer.text).toContain('112233');
  expect(slack.violations).toEqual([]);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 60_000);

test('Procfile starts what the README starts', async () => {
  expect(await readFile(join(ROOT, 'Procfile'), 'utf8')).toBe('web: npm start\n');
});
