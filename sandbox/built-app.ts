import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const START = /^exec env (?<environment>(?:[A-Z_]+=[0-9]+ )+)node (?<flags>.*) dist\/main\.js$/;

/** How to start the app as `npm start` does, with its file in `folder`: arguments for `node`, and variables. */
export interface StartCommand {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export function startCommand(folder: string): StartCommand {
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(`${ROOT}/package.json`, 'utf8'),
  );
  const { flags, environment } = START.exec(scripts.start)?.groups ?? {};
  if (flags === undefined || environment === undefined)
    throw new Error(`npm start is not what was expected: ${scripts.start}`);
  const variables = environment
    .trim()
    .split(' ')
    .map((variable) => variable.split('='));
  return { args: [...flags.split(' '), `${folder}/main.js`], environment: Object.fromEntries(variables) };
}

/** Builds the app into a folder of the project's, given whole or from its root, as `npm run build` does but for the check of types. */
export async function buildInto(folder: string): Promise<void> {
  const build = spawn(process.execPath, ['--import', 'tsx', 'build.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = (): void => void build.kill('SIGKILL');
  process.once('exit', end);
  const [code] = await once(build, 'close').finally(() => process.off('exit', end));
  if (code !== 0) throw new Error('The app was not built.');
}
