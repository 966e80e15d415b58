import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../tools/under-node.ts', import.meta.url));

test.each([[[]], [['latest']], [['--project']]])(
  'npm run test:node with %j asks which Node is meant',
  (args) => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', COMMAND, ...args], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm run test:node -- 24')]);
  },
);
