import { spawnSync } from 'node:child_process';

const INSTALLER = 'apt-get';
const PROGRAM = 'promtool';

const isThere = (): boolean => spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs Prometheus, which has the tool, without a question and without starting it; whether it worked is for the caller to look up. */
function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args: readonly string[]) =>
    spawnSync(INSTALLER, args, { env, stdio: 'ignore' }).status === 0;
  apt('update', '-qq') && apt('install', '-y', '--no-install-recommends', 'prometheus');
}

if (!isThere()) {
  if (process.getuid?.() === 0) installWithApt();
  if (!isThere()) {
    console.error(
      'The rules are tested by promtool: get it with `apt-get install prometheus` (Debian, Ubuntu) or `brew install prometheus` (macOS).',
    );
    process.exitCode = 1;
  }
}
