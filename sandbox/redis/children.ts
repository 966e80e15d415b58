import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const alive = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/**
 * Ends a child and removes its folder when this process ends, however it ends and even if the child
 * is frozen.
 */
export function endWithProcess(child: ChildProcess, folder: string): void {
  const { pid } = child;
  if (pid === undefined) return;
  alive.add(child);
  const guard = watchOver(pid, folder);
  child.once('exit', () => {
    alive.delete(child);
    guard.kill('SIGKILL');
  });
}

/** Ends a child and resolves when it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A shell that reads from this process: when we die, its input ends, and it clears away what we could not. */
function watchOver(pid: number, folder: string): ChildProcess {
  const script = `trap '' INT TERM HUP; read -r _; kill -9 "$1"; rm -rf "$2"`;
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}
