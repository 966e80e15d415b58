import { existsSync } from 'node:fs';
import { filesIn } from './imports.ts';
import type { Page } from './markdown.ts';
import { fileText } from './project.ts';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(fileText('package.json'));

/** Commands of npm's own that the pages name. */
const NPM = ['ci', 'test', 'start', 'version'];

/** Programs of others: what they are given is looked at only where it is a file of the project. */
const FOREIGN = ['docker', 'kubectl', 'git', 'redis-server', 'promtool', 'set', '.', 'brew', 'apt-get', 'cp'];

/** Files that whoever follows a page makes themselves. */
const MADE = ['.env', './.env'];

/** Each command of a page: those in blocks for a shell, and those in the text that begin with a program. */
export function commandsIn({ shell, code }: Page): readonly string[] {
  const inText = code.filter((text) =>
    /^(?:[A-Z_]+=\S+ )?(npm|npx|docker|kubectl|git|cp|promtool) /.test(text),
  );
  return [...shell.flatMap((block) => block.split('\n')), ...inText]
    .flatMap((line) => line.split(' && '))
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

/** What is wrong with a command: undefined if it can be typed as it is written. */
export function faultOf(command: string): string | undefined {
  const [program = '', ...args] = command.replace(/^(?:[A-Z_]+=\S+ )+/, '').split(' ');
  if (program === 'npm') return faultOfNpm(args);
  if (program === 'npx') return faultOfVitest(args);
  if (!FOREIGN.includes(program)) return `${program} is not known`;
  return args.map(faultOfFile).find((fault) => fault !== undefined);
}

function faultOfNpm([name = '', ...rest]: readonly string[]): string | undefined {
  if (name !== 'run') return NPM.includes(name) ? undefined : `npm has no ${name}`;
  const [script = '', ...args] = rest;
  const line = scripts[script];
  if (line === undefined) return `package.json has no script ${script}`;
  if (args.length === 0) return undefined;
  if (args[0] !== '--') return `${script} gets nothing without --`;
  const source = sourceOf(line);
  return args.slice(1).find((arg) => !isFree(arg) && !source.includes(arg));
}

/** The source of what a script runs: the folder of its entry, or the entry alone where it has none. */
function sourceOf(line: string): string {
  const [, entry = ''] = /(?:tsx |node )((?:[\w-]+\/)*[\w-]+)\.[jt]s/.exec(line) ?? [];
  const folder = entry.slice(0, entry.lastIndexOf('/'));
  if (folder === 'dist') return fileText('src/tenants-command.ts');
  return folder === 'tools' ? fileText(`${entry}.ts`) : filesIn(folder).map(fileText).join('\n');
}

/** A number or version, a branch, an id of Slack's, something in angle brackets: whoever types it decides. */
const isFree = (arg: string): boolean => /^(\d+(\.\d+)*|main|[TE]0\w+|<[\w-]+>|…)$/.test(arg);

function faultOfVitest([program = '', ...args]: readonly string[]): string | undefined {
  if (program !== 'vitest') return `npx is for vitest only, not ${program}`;
  const option = args.indexOf('--project');
  const project = args[option + 1];
  if (option !== -1 && !fileText('vitest.config.ts').includes(`name: '${project}'`))
    return `vitest has no project ${project}`;
  return args
    .filter((arg) => arg.includes('/'))
    .find((path) => !existsSync(new URL(`../../${path}`, import.meta.url)));
}

function faultOfFile(arg: string): string | undefined {
  const path = arg.replace(/^--[a-z-]+=/, '');
  if (!/^\.?[\w-]+(\/[\w.-]+)*\.(ya?ml|json|example|ts)$|^\.[\w.]+$/.test(path) || MADE.includes(path))
    return undefined;
  return path === '.' || existsSync(new URL(`../../${path}`, import.meta.url))
    ? undefined
    : `${path} is not there`;
}
