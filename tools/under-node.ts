import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

const [version = '', ...args] = process.argv.slice(2);

/** The program of npm's package `node`, which is installed into npm's cache where it is not there yet. */
function programOf(wanted: string): string {
  const npx = ['--yes', '--package', `node@${wanted}`, '--', 'node', '-p', 'process.execPath'];
  const { status, stdout } = spawnSync('npx', npx, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm did not bring node@${wanted}.`);
  return stdout.trim();
}

if (!/^\d+(\.\d+){0,2}$/.test(version)) {
  console.error(
    'Say which Node, and if you like what vitest is to run: npm run test:node -- 24 [--project together]',
  );
  process.exitCode = 1;
} else {
  const program = programOf(version);
  const env = { ...process.env, PATH: [dirname(program), process.env.PATH].join(delimiter) };
  const run = (command: string, ...given: string[]) =>
    spawnSync(command, given, { env, stdio: 'inherit' }).status;
  run(program, '--version');
  // What the tests start as `node` or by npm is the same Node, since it is first on PATH: so is the built app.
  process.exitCode = run(program, 'node_modules/vitest/vitest.mjs', 'run', ...args) ?? 1;
}
