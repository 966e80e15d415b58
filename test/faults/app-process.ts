import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { startCommand } from '../../sandbox/built-app.ts';
import { freePort } from '../../sandbox/redis/ports.ts';
import { until } from '../../sandbox/redis/until.ts';
import { BUILT } from './built.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Takes what is to be done when a test, or a file, is over. */
export type WhenFinished = (clear: () => Promise<void>) => void;

/** The app as an operator starts it. */
export interface AppProcess {
  readonly url: string;
  /** The lines that it logged so far. */
  readonly logged: readonly string[];
  signal(name: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void;
  /** Resolves when it is gone, with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts the built app on a free port as `npm start` does; it ends with the test at the latest, or `whenFinished`. */
export async function startAppProcess(
  env: Readonly<Record<string, string>>,
  whenFinished: WhenFinished = onTestFinished,
): Promise<AppProcess> {
  const { child, ...app } = start({ ...env, PORT: '0' }, 'pipe', whenFinished);
  const logged: string[] = [];
  const port = await portOf(child, logged);
  return { ...app, url: `http://127.0.0.1:${port}`, logged };
}

/** The same with its standard output on a descriptor of the test's, where nobody reads its port: it listens on a free one that is chosen before. */
export async function startAppWritingTo(
  output: number,
  env: Readonly<Record<string, string>>,
): Promise<Omit<AppProcess, 'logged'>> {
  const port = await freePort();
  const { child: _child, ...app } = start({ ...env, PORT: String(port) }, output, onTestFinished);
  const url = `http://127.0.0.1:${port}`;
  await until('the app answers', async () => (await fetch(`${url}/healthz`)).ok);
  return { ...app, url };
}

function start(env: Readonly<Record<string, string>>, output: 'pipe' | number, whenFinished: WhenFinished) {
  const { args, environment } = startCommand(BUILT);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment, ...env },
    stdio: ['ignore', output, 'inherit'],
  });
  const ended = once(child, 'close').then(([code, signal]: unknown[]) =>
    typeof code === 'number' ? code : String(signal),
  );
  whenFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const signal: AppProcess['signal'] = (name) => void child.kill(name);
  return { child, ended, signal };
}

function portOf(child: ChildProcess, logged: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${logged.join('\n')}`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      logged.push(line);
      const [, port] = /"port":([0-9]+).*"event":"listening"/.exec(line) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}
