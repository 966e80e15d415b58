/** A package that stays below its newest version, as docs/dependencies.md says. */
export interface HeldBack {
  readonly name: string;
  /** The major version that is used. */
  readonly stays: string;
  readonly reason: string;
  /** From which day on it can move, as YYYY-MM-DD. */
  readonly until: string;
}

const ROW = /^\| `([^`]+)` +\| (\d+) +\| ([^|]+) \| (\d{4}-\d{2}-\d{2}) +\|$/gm;

/** The rows of the table in docs/dependencies.md, which is the only place with the reasons. */
export function heldBackIn(page: string): readonly HeldBack[] {
  return [...page.matchAll(ROW)].map(([, name = '', stays = '', reason = '', until = '']) => ({
    name,
    stays,
    reason: reason.trim(),
    until,
  }));
}
