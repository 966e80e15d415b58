import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Quiet at the start: no look for updates, and no other connection of its own. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's own Chromium without a window and with a profile that is thrown away. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed.');
  return chromium.launch({ executablePath, args: [...QUIET, '--no-sandbox'] });
}
