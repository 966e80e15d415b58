import { readFileSync } from 'node:fs';
import { runOpenly, runQuietly } from './side-by-side.ts';

const { scripts }: { scripts: Readonly<Record<'types' | 'lint' | 'dead', string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** What is given goes to vitest. */
const passed = await Promise.all([
  runQuietly('types', scripts.types),
  runQuietly('lint', scripts.lint),
  runQuietly('dead code', scripts.dead),
  runOpenly('vitest', ['run', ...process.argv.slice(2)]),
]);
process.exitCode = passed.includes(false) ? 1 : 0;
