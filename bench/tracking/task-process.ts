import { run, type Task } from './tasks.ts';

process.on('message', (task: Task) => void run(task).then((data) => process.send?.(data)));
