import type { Arrow } from './imports.ts';

/**
 * A shortest cycle through each file that is in one, as the files on the way; each cycle once. Types count: two files that need one another's
 * types cannot be understood one after the other.
 */
export function cyclesIn(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to, isOurs } of arrows) {
    if (isOurs) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const found = new Map<string, readonly string[]>();
  for (const file of next.keys()) {
    const cycle = shortestCycle(file, next) ?? [];
    const files = [...cycle].sort().join();
    if (cycle.length > 0 && !found.has(files)) found.set(files, cycle);
  }
  return [...found.values()];
}

/** Breadth first, from a file until it comes back to it. */
function shortestCycle(
  file: string,
  next: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] | undefined {
  const paths: (readonly [string, ...string[]])[] = [[file]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const to of next.get(path.at(-1) ?? file) ?? []) {
      if (to === file) return path;
      if (seen.has(to)) continue;
      seen.add(to);
      paths.push([...path, to]);
    }
  }
  return undefined;
}
