import { describe, expect, test } from 'vitest';
import type { Apps } from '../../bench/soak/apps.ts';
import { Ledger } from '../../bench/soak/ledger.ts';
import { report } from '../../bench/soak/report.ts';

const healthy = {
  peaks: new Map([['the start', { megabytes: 150, lagP99Ms: 20 }]]),
  minutes: [{ megabytes: 150, lagP99Ms: 20 }],
  deaths: [],
  errors: () => new Map(),
};

function faultsOf(
  happens: (ledger: Ledger) => void,
  apps: Partial<Pick<Apps, 'peaks' | 'deaths' | 'errors'>> = {},
  violations: readonly string[] = [],
): readonly string[] {
  const ledger = new Ledger(() => 'conference: hangs');
  ledger.answered('/meeting', 100);
  happens(ledger);
  return report(ledger, { ...healthy, ...apps }, violations).faults;
}

describe('a soak', () => {
  test('passes where all were answered within three seconds, the processes live, and their memory is small', () => {
    expect(faultsOf((ledger) => ledger.answered('/meeting', 3000))).toEqual([]);
  });

  test('says what was wrong, and what was going on then', () => {
    const ledger = new Ledger(() => 'conference: hangs');
    ledger.unanswered('/meeting', 'HTTP 500');
    expect(report(ledger, healthy, []).text).toContain('/meeting: HTTP 500 (conference: hangs)');
  });

  test('fails where somebody was not answered, or late', () => {
    expect(faultsOf((ledger) => ledger.unanswered('/meeting', 'nothing'))).toEqual(['1 unanswered']);
    expect(faultsOf((ledger) => ledger.missing('/meeting', 'never seen'))).toEqual(['1 unanswered']);
    expect(faultsOf((ledger) => ledger.answered('/meeting', 3001))).toEqual(['1 over 3 s']);
  });

  test('does not fail by what nobody waits three seconds for', () => {
    expect(faultsOf((ledger) => ledger.followed('/meeting', 4000))).toEqual([]);
  });

  test('fails where a process grows to 200 MB or dies, and where Slack would have refused something', () => {
    const peaks = new Map([['the start', { megabytes: 200, lagP99Ms: 20 }]]);
    expect(faultsOf(() => {}, { peaks })).toEqual(['200 MB, of 200 at most']);
    expect(faultsOf(() => {}, { deaths: ['SIGABRT'] })).toEqual(['a process died 1 times (SIGABRT)']);
    expect(faultsOf(() => {}, {}, ['too many blocks'])).toEqual([
      'Slack would have refused: too many blocks',
    ]);
  });
});
