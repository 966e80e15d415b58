import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A direct dependency as it is installed. */
export interface Installed {
  readonly name: string;
  readonly use: 'app' | 'development';
  readonly version: string;
  readonly license: string;
  /** Of its own files, without the packages that it needs. */
  readonly bytes: number;
}

interface Package {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const packageIn = async (folder: string): Promise<Package> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

/** Each direct dependency of the project in `folder`, those of the app first. */
export async function installedIn(folder: string): Promise<readonly Installed[]> {
  const { dependencies = {}, devDependencies = {} } = await packageIn(folder);
  const named = [
    ...Object.keys(dependencies).map((name) => ({ name, use: 'app' as const })),
    ...Object.keys(devDependencies).map((name) => ({ name, use: 'development' as const })),
  ];
  return Promise.all(
    named.map(async ({ name, use }) => {
      const place = join(folder, 'node_modules', name);
      const { version = '?', license = '?' } = await packageIn(place);
      return { name, use, version: version.replace(/^v/, ''), license, bytes: await bytesIn(place) };
    }),
  );
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries
    .filter(({ name }) => name !== 'node_modules')
    .map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? bytesIn(path) : (await stat(path)).size;
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
