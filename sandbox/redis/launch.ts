import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endWithProcess } from './children.ts';
import { findRedisServer } from './find-redis.ts';

/** How a start went. */
export type Launch =
  | { readonly kind: 'ready'; readonly child: ChildProcess }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'failed'; readonly said: string };

const ready = /Ready to accept connections|Sentinel ID is/;
const taken = /Address already in use/;

/** Starts `redis-server` and resolves when it says that it is ready, or has given up. */
export function launch(args: readonly string[], cwd: string): Promise<Launch> {
  const program = findRedisServer();
  if (program === undefined)
    return Promise.resolve({ kind: 'failed', said: 'redis-server is not installed' });
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const outputs = [child.stdout, child.stderr];
  const said: string[] = [];
  endWithProcess(child, cwd);
  return new Promise((resolve) => {
    const gaveUp = (why: string) => {
      const last = [...said.slice(-5), why].join('\n');
      resolve(taken.test(last) ? { kind: 'port-taken' } : { kind: 'failed', said: last });
    };
    child.once('error', ({ message }) => gaveUp(message));
    child.once('close', (code) => gaveUp(`redis-server ended with ${code}`));
    for (const input of outputs) {
      const lines = createInterface({ input });
      lines.on('line', (line) => {
        said.push(line);
        if (!ready.test(line)) return;
        letGo(child, outputs);
        resolve({ kind: 'ready', child });
      });
    }
  });
}

/** Lets this process end while the server runs. */
function letGo(child: ChildProcess, outputs: readonly Readable[]): void {
  child.unref();
  for (const output of outputs) if (output instanceof Socket) output.unref();
}
