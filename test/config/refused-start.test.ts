import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { BUILT } from '../faults/built.ts';
import { MANY_ENV } from '../support/many-workspaces.ts';

test('a process for many workspaces without Redis says so, and does not start', async () => {
  const env = {
    PATH: process.env.PATH,
    SLACK_SIGNING_SECRET: 'sample-signing-secret',
    ...MANY_ENV,
  };
  await expect(promisify(execFile)(process.execPath, [`${BUILT}/main.js`], { env })).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /cannot start:\n {2}- STATE_REDIS_URL \(or REDIS_URL\) is needed for many workspaces/,
    ),
  });
});
