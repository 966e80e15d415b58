import { arrowsOf, filesIn } from './imports.ts';

/** A test that reaches it runs the whole app. */
const APP = 'src/app.ts';

const importsOf = new Map(
  ['src', 'sandbox', 'bench', 'demo', 'tools', 'test'].flatMap(filesIn).map((file) => [
    file,
    arrowsOf(file)
      .filter(({ isOurs, isType }) => isOurs && !isType)
      .map(({ to }) => to),
  ]),
);

function reachedFrom(file: string, reached: Set<string> = new Set()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const to of importsOf.get(file) ?? []) reachedFrom(to, reached);
  return reached;
}

const isQuick = (file: string): boolean =>
  /^(test|sandbox)\/.*\.test\.ts$/.test(file) &&
  !/^test\/(faults|bench|demo)\/|property\.test\.ts$/.test(file) &&
  !reachedFrom(file).has(APP);

/** The files with tests of single parts, without those that try many inputs; `npm test` has the others. */
export const QUICK_TESTS: readonly string[] = [...importsOf.keys()].filter(isQuick);
