import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';

const alive = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/**
 * Reads from this process, one line for each child that starts or has ended. When we die, its input ends, and it ends the children that we
 * could not, and removes their folders. `alive` has a line for each.
 */
const GUARD = `
  trap '' INT TERM HUP
  set -f
  IFS='
'
  alive=$IFS
  while IFS=' ' read -r change pid folder; do
    case $change in
      started) alive="$alive$pid=$folder$IFS" ;;
      ended)
        before=\${alive%%"$IFS$pid="*}
        after=\${alive#*"$IFS$pid="}
        alive="$before$IFS\${after#*"$IFS"}"
        ;;
    esac
  done
  for child in $alive; do
    kill -9 "\${child%%=*}"
    rm -rf "\${child#*=}"
  done`;

let guard: Writable | undefined;

/** Ends a child and removes its folder when this process ends, however it ends and even if the child is frozen. */
export function endWithProcess(child: ChildProcess, folder: string): void {
  const { pid } = child;
  if (pid === undefined) return;
  guard ??= startGuard();
  const lines = guard;
  alive.add(child);
  lines.write(`started ${pid} ${folder}\n`);
  child.once('exit', () => {
    alive.delete(child);
    lines.write(`ended ${pid}\n`);
  });
}

/** Ends a child and resolves when it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** One for a process: each start of a program takes a copy of this process's page tables. */
function startGuard(): Writable {
  const shell = spawn('/bin/sh', ['-c', GUARD], { stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell.stdin;
}
