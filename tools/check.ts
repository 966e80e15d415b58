import { runQuietly } from './side-by-side.ts';

/** What differs from this commit or branch counts as changed; by default, what is not committed. */
const [since] = process.argv.slice(2);
const changed = since === undefined ? '--changed' : `--changed=${since}`;

const passed = await Promise.all([
  runQuietly('types', 'tsc --noEmit'),
  runQuietly('types of the page', 'tsc --noEmit -p demo/page/client'),
  runQuietly('lint', 'biome ci --error-on-warnings .'),
  runQuietly('affected tests', `vitest run --config vitest.check.config.ts ${changed}`),
]);
process.exitCode = passed.includes(false) ? 1 : 0;
