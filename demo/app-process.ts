import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildInto, type StartCommand, startCommand } from '../sandbox/built-app.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const START_MS = 20_000;
const STOP_MS = 9500;

/** What a program needs of the machine; nothing that could configure the app comes in from the shell. */
const FROM_SHELL = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

/** The app as an operator starts it: a process of its own that knows nothing but its environment. */
export interface AppProcess {
  readonly url: string;
  /** Resolves when the process is gone, with what to say of it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Builds the app and starts it as `npm start` does, on a free port; rejects with a sentence if it does not listen. All that it logs goes to
 * `logFile`.
 */
export async function startApp(env: Readonly<Record<string, string>>, logFile: string): Promise<AppProcess> {
  const folder = ownFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await buildInto(folder);
    return await started(startCommand(folder), env, logFile);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Below `dist`, where Node finds that the app's file is a module; of this demo alone, since others may start now. */
function ownFolder(): string {
  const dist = join(ROOT, 'dist');
  mkdirSync(dist, { recursive: true });
  return mkdtempSync(join(dist, 'demo-'));
}

async function started(
  { args, environment }: StartCommand,
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<AppProcess> {
  const machine = Object.fromEntries(FROM_SHELL.map((name) => [name, process.env[name]]));
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...machine, ...environment, ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', () => {});
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(`The app could not be started: ${message}.`));
    child.once('close', (code, signal) => {
      process.off('exit', killed);
      log.end();
      const why = complaints.length === 0 ? '' : ` It said: ${complaints.slice(-12).join('\n')}`;
      resolve(`The app ended (${signal ?? `code ${code}`}).${why}`);
    });
  });
  const port = await Promise.race([portOf(child), ended, tooLate()]);
  if (typeof port === 'string') {
    killed();
    throw new Error(port);
  }
  return { url: `http://127.0.0.1:${port}`, ended, stop: () => stop(child) };
}

/** The port in the app's log line that says that it listens. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = /"port":(\d+).*"event":"listening"/.exec(line) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function tooLate(): Promise<string> {
  return new Promise((resolve) => {
    const sentence = `The app did not start within ${START_MS / 1000} seconds.`;
    setTimeout(resolve, START_MS, sentence).unref();
  });
}

/** Asks first, as an operator does; the app has ten seconds to answer what is in flight. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(impatient);
}
