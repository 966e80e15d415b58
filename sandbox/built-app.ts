import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const START = /^exec node (.*) dist\/main\.js$/;

/** The arguments for `node` that start the app as `npm start` does, with its file in `folder`. */
export function startArguments(folder: string): readonly string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(`${ROOT}/package.json`, 'utf8'),
  );
  const [, flags] = START.exec(scripts.start) ?? [];
  if (flags === undefined) throw new Error(`npm start is not what was expected: ${scripts.start}`);
  return [...flags.split(' '), `${folder}/main.js`];
}

/** Builds the app into a folder of the project's, as `npm run build` does but for the check of types. */
export function buildInto(folder: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'build.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The app was not built.');
}
