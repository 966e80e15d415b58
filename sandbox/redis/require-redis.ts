import { spawnSync } from 'node:child_process';
import { findRedisServer } from './find-redis.ts';

const installer = 'apt-get';

/** Installs without a question and without starting a service; whether it worked is for the caller to look up. */
function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args: readonly string[]) =>
    spawnSync(installer, args, { env, stdio: 'ignore' }).status === 0;
  apt('update', '-qq') && apt('install', '-y', '--no-install-recommends', 'redis-server');
}

if (findRedisServer() === undefined) {
  if (process.getuid?.() === 0) installWithApt();
  if (findRedisServer() === undefined) {
    console.error(
      'The tests need redis-server: get it with `apt-get install redis-server` (Debian, Ubuntu) or `brew install redis` (macOS).',
    );
    process.exitCode = 1;
  }
}
