import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** Programs of node_modules by their names, as in a script of package.json. */
const env = {
  ...process.env,
  PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
};

/**
 * Runs a command line of package.json to its end, beside others: its output is kept, and said only where it failed. Resolves to whether it
 * passed.
 */
export function runQuietly(
  name: string,
  command: string,
  say: (line: string) => void = console.log,
): Promise<boolean> {
  const began = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => output.push(piece));
  return new Promise((ended) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`${code === 0 ? 'passed' : 'FAILED'}  ${name}, ${seconds} s`);
      if (code !== 0) say(output.join(''));
      ended(code === 0);
    });
  });
}

/** Runs a program to its end, with its output as it comes. Resolves to whether it passed. */
export function runOpenly(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'inherit', env });
  return new Promise((ended, failed) => {
    child.once('error', failed).once('close', (code) => ended(code === 0));
  });
}
