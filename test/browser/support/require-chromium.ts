import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

const installer = 'apt-get';

/** With the letters and signs that the sample meetings use. */
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** Installs without a question; whether it worked is for the caller to look up. */
function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]) =>
    spawnSync(installer, args, { env, stdio: 'ignore' }).status === 0;
  apt('update', '-qq') && apt('install', '-y', '--no-install-recommends', ...PACKAGES);
}

if (findChromium() === undefined) {
  if (process.getuid?.() === 0) installWithApt();
  if (findChromium() === undefined) {
    console.error(
      'The browser tests need Chromium or Chrome: get it with `apt-get install chromium` (Debian, Ubuntu) or `brew install --cask chromium` (macOS).',
    );
    process.exitCode = 1;
  }
}
