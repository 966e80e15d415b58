import { type SubjectName, type Subjects, TITLES } from './subjects.ts';
import { median, table, whole } from './table.ts';

const NAMES: readonly SubjectName[] = ['bolt', 'memory', 'redis'];

/** From the start of the process until it says that it listens; one after the other, a few times. */
export async function startTime(subjects: Pick<Subjects, 'start'>, times: number): Promise<string> {
  const rows: string[][] = [];
  for (const name of NAMES) {
    const starts: number[] = [];
    const memory: number[] = [];
    for (let nth = 0; nth < times; nth += 1) {
      const server = await subjects.start(name);
      starts.push(server.startMs);
      memory.push(server.megabytes() ?? Number.NaN);
      await server.stop();
    }
    rows.push([TITLES[name], whole(median(starts)), whole(Math.max(...starts)), whole(median(memory))]);
  }
  return table(
    `Start (median of ${times}; Bolt's includes a compiler's)`,
    ['server', 'ms', 'slowest ms', 'MB'],
    rows,
  );
}
