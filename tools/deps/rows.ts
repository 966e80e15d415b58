import type { HeldBack } from './held-back.ts';
import type { Installed } from './installed.ts';
import type { Published } from './registry.ts';

const DAY_MS = 86_400_000;

export const HEAD = [
  'package',
  'for',
  'installed',
  'age in days',
  'latest',
  'licence',
  'kB',
  'held back',
] as const;

/** The row of one dependency, a cell for each word of `HEAD`. */
export function rowOf(
  { name, use, version, license, bytes }: Installed,
  { latest = '?', publishedMs }: Published,
  heldBack: readonly HeldBack[],
  nowMs: number,
): readonly string[] {
  const published = publishedMs(version);
  const held = heldBack.find((each) => each.name === name);
  return [
    name,
    use,
    version,
    published === undefined ? '?' : String(Math.floor((nowMs - published) / DAY_MS)),
    latest === version ? 'the same' : latest,
    license,
    String(Math.ceil(bytes / 1000)),
    held === undefined ? '' : `${held.reason}; until ${held.until}`,
  ];
}

/** Rows with columns of one width each, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    /^\d+$/.test(text) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
