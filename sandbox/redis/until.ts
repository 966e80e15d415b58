import { setTimeout as after } from 'node:timers/promises';

const betweenLooks = 20;

/** Checks again and again until `isSo` is true; a check that fails counts as "not yet". Rejects after `timeoutMs`. */
export async function until(what: string, isSo: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms until ${what}`);
    await after(betweenLooks);
  }
}
