import { spawn } from 'node:child_process';

/** Runs a program of node_modules to its end and says how long it took; its output follows where it failed. */
function run(name: string, ...command: readonly string[]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const output of [child.stdout, child.stderr])
      output.on('data', (piece: Buffer) => said.push(piece.toString()));
    child.once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name}, ${seconds} s`);
      if (code !== 0) console.log(said.join(''));
      resolve(code === 0);
    });
  });
}

/** What differs from this commit or branch counts as changed; by default, what is not committed. */
const [since] = process.argv.slice(2);
const changed = since === undefined ? '--changed' : `--changed=${since}`;

const passed = await Promise.all([
  run('types', 'tsc', '--noEmit'),
  run('types of the page', 'tsc', '--noEmit', '-p', 'demo/page/client'),
  run('lint', 'biome', 'ci', '--error-on-warnings', '.'),
  run('affected tests', 'vitest', 'run', '--config', 'vitest.check.config.ts', changed),
]);
process.exitCode = passed.includes(false) ? 1 : 0;
