import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('npm run bench builds the app, starts it and Bolt alone, and ends with a table of them', async () => {
  const { PATH, HOME } = process.env;
  const bench = spawn('npm', ['run', 'bench', '--', 'start', '--quick'], {
    cwd: ROOT,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(bench.stdout), once(bench, 'exit')]);
  const started = [...printed.matchAll(/^\| (.+?) \| \d+ \| \d+ \| \d+ \|$/gm)].map(([, server]) => server);
  expect(started).toEqual(['Bolt alone, fixed card', 'Meeting Cards, no Redis', 'Meeting Cards, Redis']);
  expect(code).toBe(0);
}, 90_000);
