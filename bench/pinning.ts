import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const canPin =
  process.platform === 'linux' &&
  availableParallelism() > 1 &&
  spawnSync('taskset', ['--version']).status === 0;

/** Whether servers and generator each keep to their own core, or share them as the system likes. */
export const isPinned = canPin;

/** The command that starts a program on one core, where the system offers that. */
export function onCore(core: number, command: readonly string[]): readonly [string, ...string[]] {
  const [program = process.execPath, ...rest] = command;
  return canPin ? ['taskset', '-c', String(core), program, ...rest] : [program, ...rest];
}

/** Moves this process, the generator, to a core of its own. */
export function moveTo(core: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(core), String(process.pid)]);
}
