import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { processes } from './processes.ts';
import { metric } from './readiness.ts';

/** Loaded before the app: something in the process fails without being caught, whenever `SIGUSR2` comes. */
const failing = (how: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2",()=>{${how}})`)}`,
});

describe('what fails in the process outside any answer', () => {
  test('as a rejection is logged without its message and counted, and the process goes on', async () => {
    const { apps } = await processes(1, failing('void Promise.reject(new TypeError("open-sesame"))'));
    const [app] = apps;
    if (app === undefined) throw new Error('Nothing was started.');
    const line = 'meeting_cards_failures_total{event="unhandled-rejection"}';
    expect(await metric(app.url, line)).toBe(0);
    app.signal('SIGUSR2');
    await until('it is counted', async () => (await metric(app.url, line)) === 1);
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.logged.filter((said) => said.includes('"event":"unhandled-rejection"'))).toHaveLength(1);
    expect(app.logged.join()).not.toContain('open-sesame');
  });

  test('as an exception is logged, and ends the process', async () => {
    const { apps } = await processes(1, failing('throw new TypeError()'));
    const [app] = apps;
    app?.signal('SIGUSR2');
    expect(await app?.ended).not.toBe(0);
    // What the system was still writing as the process ended can come behind it.
    await until(
      'the line is read',
      async () =>
        app?.logged.some((said) => said.includes('"errorName":"TypeError","event":"uncaught-exception"')) ===
        true,
    );
  });
});
