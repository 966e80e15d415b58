import { readFileSync } from 'node:fs';

/** The text of a file, by its path from the project's root. */
export const fileText = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
