import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One specifier in one file. `to` is a path from the project's root for a file of ours, else a package's name. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly isOurs: boolean;
  /** Gone after compilation: `import type`, or only types in the braces. */
  readonly isType: boolean;
}

/** Every TypeScript file below a folder, as paths from the project's root. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** All that a file imports or exports on, also by `import()`. */
export function arrowsOf(file: string): Arrow[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const arrow = (specifier: string, isType: boolean): Arrow => ({
    from: file,
    isType,
    ...target(file, specifier),
  });
  const imports = module.staticImports.map(({ moduleRequest, entries }) =>
    arrow(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [arrow(moduleRequest.value, isType)],
    ),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    arrow(source.slice(start, end).replace(/^['"`]|['"`]$/g, ''), false),
  );
  return [...imports, ...exports, ...dynamic];
}

function target(file: string, specifier: string): Pick<Arrow, 'to' | 'isOurs'> {
  if (specifier.startsWith('.')) {
    return { to: relative('.', normalize(join(dirname(file), specifier))), isOurs: true };
  }
  const [scope = '', name] = specifier.split('/');
  return { to: scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope, isOurs: false };
}

/** The first circle of files that need one another's values, if there is one. */
export function circleIn(arrows: readonly Arrow[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, isOurs, isType } of arrows) {
    if (isOurs && !isType) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  function search(file: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const circle = search(to, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  }
  for (const file of next.keys()) {
    const circle = search(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
