import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp } from '../../demo/app-process.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meeting-cards-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an app that cannot start is told with what it said', async () => {
  await expect(startApp({}, join(folder, 'app.log'))).rejects.toThrow(
    /The app ended \(code 1\)\. It said: Meeting Cards cannot start:/,
  );
});

it('the app listens, logs into its file, and ends when it is asked to', async () => {
  const logFile = join(folder, 'app.log');
  const app = await startApp(
    {
      SLACK_BOT_TOKEN: 'xoxb-sample',
      SLACK_SIGNING_SECRET: 'sample',
      SLACK_API_URL: 'http://127.0.0.1:1/',
      CONFERENCE_USER_ID: '1',
    },
    logFile,
  );
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  await app.stop();
  expect(await app.ended).toBe('The app ended (code 0).');
  expect(readFileSync(logFile, 'utf8')).toContain('"event":"listening"');
});
