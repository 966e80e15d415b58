import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('npm run soak goes through every entry point, tells what came of it, and ends with a verdict', async () => {
  const { PATH, HOME } = process.env;
  const args = ['run', '-s', 'soak', '--', '--calm', '--seconds', '1', '--visitors', '1'];
  const soak = spawn('npm', args, {
    cwd: ROOT,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(soak.stdout), once(soak, 'exit')]);
  const entryPoints = [...printed.matchAll(/^\| (.+?) \| [1-9][0-9]* \|/gm)].map(([, name]) => name);
  for (const name of [
    '/meeting <number>',
    '/meeting share',
    '/meeting today',
    '/meeting help',
    '/meeting <nonsense>',
    'message shortcut',
    'global shortcut',
    'link_shared, typed',
    'link_shared, sent',
    'app_home_opened',
    'meeting_share on a private card',
    'remind on a private card',
    'meeting_remind_10 on the question how long before',
    'Undo on the Home tab',
    'remove on a shared card',
    'POST /conference/events',
  ])
    expect(entryPoints).toContain(name);
  expect(printed).not.toMatch(/nothing seen|never seen/);
  const isPassed = printed.trimEnd().endsWith('Passed.');
  expect(code).toBe(isPassed ? 0 : 1);
}, 120_000);
