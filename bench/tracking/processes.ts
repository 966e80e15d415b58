import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { TallyData } from './tally.ts';
import type { Task } from './tasks.ts';

const SCRIPT = fileURLToPath(new URL('./task-process.ts', import.meta.url));

/** Runs the tasks in a process for each core; hands each result on as it comes. */
export async function onAllCores(
  tasks: readonly Task[],
  onResult: (task: Task, data: TallyData) => void,
): Promise<void> {
  const left = [...tasks];
  await Promise.all(cpus().map(runSome));

  async function runSome(): Promise<void> {
    const child = fork(SCRIPT, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    const died = once(child, 'exit').then(() => {
      throw new Error('a process of the simulation ended');
    });
    died.catch(() => {});
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      child.send(task);
      const [data]: TallyData[] = await Promise.race([once(child, 'message'), died]);
      if (data !== undefined) onResult(task, data);
    }
    child.disconnect();
  }
}
