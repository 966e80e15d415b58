import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Cores, onCores } from './pinning.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVERS_CORE = 1;
const PAGE_BYTES = 4096;

/** The app drains for nine seconds at most. */
const STOP_MS = 12_000;

/** A server under measurement, as a process of its own on the servers' core. */
export interface ServerProcess {
  readonly port: number;
  /** Milliseconds from the start of the process until it said that it listens. */
  readonly startMs: number;
  /** Processor time used so far; undefined if the system does not tell. */
  cpuSeconds(): number | undefined;
  /** Resident memory now, in megabytes; undefined if the system does not tell. */
  megabytes(): number | undefined;
  /** Asks it to end, as an operator does, and resolves when it is gone; one that does not end is killed. */
  stop(): Promise<void>;
}

export interface StartedServer extends ServerProcess {
  /** Resolves when the process is gone, with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts `node` with these arguments; the server says on a line of its output that it listens, and on which `port`. `onLine` is given every line. */
export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cores: Cores = SERVERS_CORE,
  onLine: (line: string) => void = () => {},
): Promise<StartedServer> {
  const [program, ...rest] = onCores(cores, [process.execPath, ...args]);
  const startedAt = performance.now();
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
    process.off('exit', kill);
    return typeof code === 'number' ? code : String(signal);
  });
  const port = await portOf(child, onLine);
  return {
    port,
    startMs: performance.now() - startedAt,
    cpuSeconds: () => cpuOf(child.pid),
    megabytes: () => residentOf(child.pid),
    ended,
    async stop() {
      const impatient = setTimeout(kill, STOP_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(impatient);
    },
  };
}

function portOf(child: ChildProcess, onLine: (line: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      onLine(line);
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
