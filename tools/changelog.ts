/** The heads of sections, as in `## [1.0.0] - 2026-12-01`, `## Unreleased` and `## Unreleased (0.1.0)`. */
const SECTION = /^## \[?([^\]\s]+)\]?(?: \(([^)]+)\))?.*$/;

/**
 * What a changelog says of a version, without its head; undefined if it does not name the version. Lines that go on are joined, because
 * GitHub shows each end of a line in the notes of a release.
 */
export function notesOf(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n');
  const begins = lines.findIndex((line) => (SECTION.exec(line) ?? []).slice(1).includes(version));
  if (begins < 0) return undefined;
  const length = lines.slice(begins + 1).findIndex((line) => line.startsWith('## '));
  const section = lines.slice(begins + 1, length < 0 ? undefined : begins + 1 + length);
  return section
    .join('\n')
    .replace(/(\S)\n {2,}(?=[^\s-])/g, '$1 ')
    .trim();
}
