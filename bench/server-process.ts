import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Cores, onCores } from './pinning.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVERS_CORE = 1;
const PAGE_BYTES = 4096;

/** A server under measurement, as a process of its own on the servers' core. */
export interface ServerProcess {
  readonly port: number;
  /** Milliseconds from the start of the process until it said that it listens. */
  readonly startMs: number;
  /** Processor time used so far; undefined where the system does not tell. */
  cpuSeconds(): number | undefined;
  /** Resident memory now, in megabytes; undefined where the system does not tell. */
  megabytes(): number | undefined;
  stop(): Promise<void>;
}

/** Starts `node` with these arguments; the server says on a line of its output that it listens, and on which `port`. */
export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cores: Cores = SERVERS_CORE,
): Promise<ServerProcess> {
  const [program, ...rest] = onCores(cores, [process.execPath, ...args]);
  const startedAt = performance.now();
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const port = await portOf(child);
  return {
    port,
    startMs: performance.now() - startedAt,
    cpuSeconds: () => cpuOf(child.pid),
    megabytes: () => residentOf(child.pid),
    async stop() {
      process.off('exit', kill);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = /"port":([0-9]+).*"event":"listening"/.exec(line) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function residentOf(pid: number | undefined): number | undefined {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return (Number(pages) * PAGE_BYTES) / 1024 / 1024;
  } catch {
    return undefined;
  }
}

/** User and system time, in the hundredths of a second that Linux counts. */
function cpuOf(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
