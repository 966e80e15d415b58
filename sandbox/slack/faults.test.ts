import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, respondTo } from './call.ts';
import { faults } from './http/faults.ts';
import { startSampleApp } from './sample-app.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

let slack: SampleSlack;
beforeEach(async () => {
  slack = await startSampleSlack();
});
afterEach(() => slack.close());

const ask = () => call(slack, 'auth.test');
const raw = (signal?: AbortSignal) =>
  fetch(`${slack.apiUrl}auth.test`, { method: 'POST', ...(signal === undefined ? {} : { signal }) });

describe('a planned fault', () => {
  it('is an error, as often as planned', async () => {
    slack.fault('auth.test', { kind: 'error', error: 'internal_error' }, 2);
    expect(await ask()).toEqual({ ok: false, error: 'internal_error' });
    expect(await ask()).toEqual({ ok: false, error: 'internal_error' });
    expect(await ask()).toMatchObject({ ok: true });
    expect(slack.calls).toHaveLength(3);
  });

  it('lasts until it is healed, and strikes its own method only', async () => {
    slack.fault('auth.test', { kind: 'error', error: 'fatal_error' });
    for (let time = 0; time < 5; time += 1) expect(await ask()).toMatchObject({ ok: false });
    expect(await call(slack, 'users.info', { user: 'U0HAN' })).toMatchObject({ ok: true });
    slack.heal();
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is a rate limit with its seconds', async () => {
    slack.fault('auth.test', { kind: 'rate-limited', retryAfterSeconds: 7 }, 1);
    const limited = await raw();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await limited.json()).toEqual({ ok: false, error: 'ratelimited' });
  });

  it('is a status without JSON', async () => {
    slack.fault('auth.test', { kind: 'http', status: 503 }, 1);
    const broken = await raw();
    expect([broken.status, broken.headers.get('content-type')]).toEqual([503, 'text/html']);
  });

  it('is a late answer', async () => {
    const waits: number[] = [];
    const planned = faults(async (milliseconds) => waits.push(milliseconds));
    planned.add('auth.test', { kind: 'slow', ms: 50 }, 1);
    const unused = new ServerResponse(new IncomingMessage(new Socket()));
    expect(await planned.strike('auth.test', unused)).toBe(false);
    expect(waits).toEqual([50]);
    slack.fault('auth.test', { kind: 'slow', ms: 1 }, 1);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is silence, or a broken connection', async () => {
    slack.fault('auth.test', { kind: 'hang' }, 1);
    const leaves = new AbortController();
    const silent = raw(leaves.signal);
    await slack.waitFor(({ calls }) => calls.length === 1);
    leaves.abort();
    await expect(silent).rejects.toThrow(/abort/i);
    slack.fault('auth.test', { kind: 'reset' }, 1);
    await expect(raw()).rejects.toThrow('fetch failed');
  });

  it('strikes response URLs too', async () => {
    const app = await startSampleApp();
    const { responseUrl } = await slack.command({ appUrl: app.appUrl, text: '' });
    slack.fault('response_url', { kind: 'error', error: 'expired_url' }, 1);
    expect(await respondTo(responseUrl, { text: 'a' })).toEqual({
      status: 404,
      ok: false,
      error: 'expired_url',
    });
    expect(await respondTo(responseUrl, { text: 'a' })).toMatchObject({ status: 200 });
    await app.close();
  });
});

describe('waiting', () => {
  it('ends with what was looked for', async () => {
    const found = slack.waitFor(({ calls }) => calls.find(({ method }) => method === 'auth.test'));
    await ask();
    expect(await found).toMatchObject({ method: 'auth.test' });
    expect(await slack.waitFor(({ calls }) => calls.length === 1)).toBe(true);
  });

  it('gives up with all that was seen', async () => {
    await call(slack, 'users.info', { user: 'U0HAN' });
    const never = slack.waitFor(({ ephemerals }) => ephemerals[0], 20);
    await expect(never).rejects.toThrow(/Not seen in 20 ms.*\ncall users.info {"user":"U0HAN"}/);
    await expect(slack.waitFor(() => false, 20)).rejects.toThrow('Not seen');
  });

  it('passes on what goes wrong while looking', async () => {
    const looking = slack.waitFor(() => {
      throw new Error('short-sighted');
    });
    await expect(looking).rejects.toThrow('short-sighted');
  });
});
