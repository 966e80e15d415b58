import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asked, onStage, types } from '../support/on-stage.ts';

const appAuth = { kind: 'app', appKey: 'sample-key', appSecret: 'sample-secret' } as const;
const appEnv = { CONFERENCE_APP_KEY: 'sample-key', CONFERENCE_APP_SECRET: 'sample-secret' };

describe('a question', () => {
  test('goes to the path and with the headers of the vendor', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    const [question] = stage.conference.questions;
    expect(question?.path).toBe('/confopenapi/room/conference/infos');
    expect(question?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
    });
  });

  test('goes below the path of CONFERENCE_API_URL, closing slash or not', async () => {
    const stage = await onStage();
    const { appUrl } = await stage.startApp({ CONFERENCE_API_URL: `${stage.conference.url}/proxy/` });
    await types(stage, '700001', { appUrl });
    expect(stage.conference.questions[0]?.path).toBe('/proxy/confopenapi/room/conference/infos');
  });

  test('carries nothing that proves anything where no authentication is set', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    const names = Object.keys(stage.conference.questions[0]?.headers ?? {});
    expect(names).not.toEqual(expect.arrayContaining(['token']));
    expect(names).not.toEqual(expect.arrayContaining(['checksum']));
  });

  test('is believed with the token', async () => {
    const stage = await onStage({
      env: { CONFERENCE_TOKEN: 'sample-token' },
      conference: { auth: { kind: 'token', token: 'sample-token' } },
    });
    expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  });

  test('is believed with AppKey, Nonce, CurTime and CheckSum', async () => {
    const stage = await onStage({ env: appEnv, conference: { auth: appAuth } });
    expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  });

  test("has a CheckSum over secret, nonce and the app's time, with a nonce of its own", async () => {
    const stage = await onStage({ env: appEnv, conference: { auth: appAuth } });
    await types(stage, '700001');
    await types(stage, '700002');
    const [one, other] = stage.conference.questions;
    const { nonce, curtime, checksum } = one?.headers ?? {};
    const expected = createHash('sha1').update(`sample-secret${nonce}${curtime}`).digest('hex');
    expect(curtime).toBe(String(stage.now()));
    expect(checksum).toBe(expected);
    expect(other?.headers.nonce).not.toBe(nonce);
  });

  test.each([
    [
      'a wrong token',
      { CONFERENCE_TOKEN: 'another-token' },
      { kind: 'token', token: 'right' } as const,
      'the token is missing or wrong',
    ],
    [
      'a wrong secret',
      { ...appEnv, CONFERENCE_APP_SECRET: 'another-secret' },
      appAuth,
      'CheckSum does not match',
    ],
  ])("with %s gets the vendor's refusal, told with its code", async (_what, env, auth, message) => {
    const { shown } = await types(await onStage({ env, conference: { auth } }), '700001');
    expect(shown).toContain('refused the request');
    expect(shown).toContain(`10002, ${message}`);
  });
});

describe('an answer', () => {
  test('is not waited for longer than CONFERENCE_TIMEOUT_MS', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '200' } });
    stage.conference.fault({ kind: 'hang' });
    expect((await types(stage, '700001')).shown).toContain('did not respond in time');
    await expect(stage.conference.waitForDepartures(1)).resolves.toHaveLength(1);
  });

  test('that comes within CONFERENCE_TIMEOUT_MS is waited for', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '10000' } });
    stage.conference.fault({ kind: 'slow', ms: 200 }, 1);
    expect((await types(stage, '700001')).shown).toContain('Quarterly review');
    expect(asked(stage)).toHaveLength(1);
  });

  test('that trickles in is measured whole against the same limit', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '200' } });
    stage.conference.fault({ kind: 'trickle', everyMs: 20 });
    expect((await types(stage, '700001')).shown).toContain('did not respond in time');
    await expect(stage.conference.waitForDepartures(1)).resolves.toHaveLength(1);
  });

  test.each([
    ['of 4 MB is read', 4 * 1024 * 1024, 'Quarterly review'],
    ['of a byte more is not', 4 * 1024 * 1024 + 1, 'cannot be read'],
  ])('%s', async (_what, bytes, said) => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '10000' } });
    stage.conference.fault({ kind: 'oversized', bytes });
    expect((await types(stage, '700001')).shown).toContain(said);
  });

  test('without an end is left as soon as it is too large', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '10000' } });
    stage.conference.fault({ kind: 'endless' });
    expect((await types(stage, '700001')).shown).toContain('cannot be read');
    await expect(stage.conference.waitForDepartures(1)).resolves.toHaveLength(1);
  });

  test('that sends the app elsewhere is not followed', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'redirect', to: `${stage.conference.url}/elsewhere` }, 1);
    const { shown } = await types(stage, '700001');
    expect(shown).toContain('cannot be read');
    expect(shown).toContain('HTTP 302');
    expect(stage.conference.questions).toHaveLength(1);
  });
});
