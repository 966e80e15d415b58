import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Of the machine, whatever part of it this process may use. */
export const CORES = cpus().length;

const canPin = process.platform === 'linux' && CORES > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Whether servers and generator each have their own core; otherwise the system shares the cores. */
export const isPinned = canPin;

/** One core by its number, or all of them. */
export type Cores = number | 'all';

/** The command that starts a program on these cores, where the system offers that. */
export function onCores(cores: Cores, command: readonly string[]): readonly [string, ...string[]] {
  const [program = process.execPath, ...rest] = command;
  const list = cores === 'all' ? `0-${CORES - 1}` : String(cores);
  return canPin ? ['taskset', '-c', list, program, ...rest] : [program, ...rest];
}

/** Moves this process, the generator, to a core of its own. */
export function moveTo(core: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(core), String(process.pid)]);
}
