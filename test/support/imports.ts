import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `import('…').Name` in the place of a type. */
const IMPORT_TYPE = 'TSImportType';

/** In every source that has such a type; the tree of a source takes long to read. */
const IMPORT_CALL = 'import(';

/** One specifier in one file. `to` is a path from the project's root for a file of ours, else a package's name. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly isOurs: boolean;
  /** Gone after compilation: `import type`, only types in the braces, or `import('…')` as a type. */
  readonly isType: boolean;
}

/** Every TypeScript file below a folder, as paths from the project's root. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** All that a file imports or exports on. */
export function arrowsOf(file: string): Arrow[] {
  return arrowsIn(file, readFileSync(join(root, file), 'utf8'));
}

/** The same for a source that is not in a file; `file` is where it would be. */
export function arrowsIn(file: string, source: string): Arrow[] {
  const result = parsed(file, source);
  const { module } = result;
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
  const types: Arrow[] = [];
  const visitor = new Visitor({ [IMPORT_TYPE]: (node) => void types.push(arrow(node.source.value, true)) });
  if (source.includes(IMPORT_CALL)) visitor.visit(result.program);
  return [...imports, ...exports, ...dynamic, ...types];
}

/** A file's source without its comments. */
export function codeOf(file: string): string {
  const source = readFileSync(join(root, file), 'utf8');
  return parsed(file, source).comments.reduceRight(
    (code, { start, end }) => code.slice(0, start) + code.slice(end),
    source,
  );
}

function parsed(file: string, source: string) {
  const result = parseSync(file, source);
  if (result.errors.length > 0) throw new Error(`${file}: ${result.errors[0]?.message}`);
  return result;
}

function target(file: string, specifier: string): Pick<Arrow, 'to' | 'isOurs'> {
  if (specifier.startsWith('.')) {
    return { to: relative('.', normalize(join(dirname(file), specifier))), isOurs: true };
  }
  const [scope = '', name] = specifier.split('/');
  return { to: scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope, isOurs: false };
}
