import { setTimeout as after } from 'node:timers/promises';

const betweenLooks = 20;

/** Checks again and again until `isSo` is true; a check that fails counts as "not yet". Rejects after `timeoutMs`, with the last failure as the cause. */
export async function until(what: string, isSo: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  const look = async (): Promise<boolean> =>
    isSo().catch((error: unknown) => {
      cause = error;
      return false;
    });
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms until ${what}`, { cause });
    await after(betweenLooks);
  }
}
