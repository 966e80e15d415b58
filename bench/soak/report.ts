import { table, whole } from '../table.ts';
import type { Apps } from './apps.ts';
import type { Ledger } from './ledger.ts';

const MEGABYTES_MAX = 200;
const SHOWN_MAX = 12;

/** What a run found, as text, and what of it must not be. */
export interface Report {
  readonly text: string;
  readonly faults: readonly string[];
}

export function report(
  ledger: Ledger,
  apps: Pick<Apps, 'peaks' | 'minutes' | 'deaths' | 'errors'>,
  violations: readonly string[],
): Report {
  const entries = [...ledger.entries].sort(([one], [other]) => one.localeCompare(other));
  const rows = entries.map(([entryPoint, entry]) => [
    entryPoint.replaceAll('|', '\\|'),
    String(entry.requests),
    String(entry.unanswered),
    String(entry.late),
    whole(entry.slowestMs),
    entry.slowestBehindMs === 0 ? '–' : whole(entry.slowestBehindMs),
  ]);
  const sum = (of: 'unanswered' | 'late'): number =>
    entries.reduce((total, [, entry]) => total + entry[of], 0);
  const slowest = Math.max(0, ...entries.map(([, { slowestMs }]) => slowestMs));
  const peaks = [...apps.peaks];
  const megabytes = Math.max(...peaks.map(([, peak]) => peak.megabytes));
  const lagP99Ms = Math.max(...peaks.map(([, peak]) => peak.lagP99Ms));
  const lines = [
    table(
      'Requests by entry point',
      ['entry point', 'requests', 'unanswered', 'over 3 s', 'slowest ms', 'behind it, slowest ms'],
      rows,
    ),
    table(
      'The processes, by what was wrong around them',
      ['what', 'MB of the larger one', 'p99 of the event loop in the worst second, ms'],
      peaks.map(([what, peak]) => [what, whole(peak.megabytes), whole(peak.lagP99Ms)]),
    ),
    table(
      'The processes, by minute',
      ['minute', 'MB of the larger one', 'p99 of the event loop in the worst second, ms'],
      apps.minutes.map((peak, nth) => [String(nth + 1), whole(peak.megabytes), whole(peak.lagP99Ms)]),
    ),
    `${whole(ledger.requests)} requests; ${sum('unanswered')} unanswered, ${sum('late')} over 3 s; the slowest answer took ${whole(slowest)} ms.`,
    `Resident memory: ${whole(megabytes)} MB at most. Event loop: p99 of ${whole(lagP99Ms)} ms in the worst second.`,
    ...[...apps.errors()].slice(0, SHOWN_MAX).map(([line, count]) => `  - logged ${count} times: ${line}`),
    ...entries.flatMap(([entryPoint, { examples }]) =>
      [...examples].map((example) => `  - ${entryPoint}: ${example}`),
    ),
  ];
  const faults = [
    sum('unanswered') > 0 ? `${sum('unanswered')} unanswered` : undefined,
    sum('late') > 0 ? `${sum('late')} over 3 s` : undefined,
    megabytes >= MEGABYTES_MAX ? `${whole(megabytes)} MB, of ${MEGABYTES_MAX} at most` : undefined,
    apps.deaths.length > 0
      ? `a process died ${apps.deaths.length} times (${[...new Set(apps.deaths)].join(', ')})`
      : undefined,
    violations.length > 0
      ? `Slack would have refused: ${[...new Set(violations)].slice(0, SHOWN_MAX).join('; ')}`
      : undefined,
  ].filter((fault) => fault !== undefined);
  return { text: lines.join('\n'), faults };
}
