import { describe, expect, test } from 'vitest';
import { headOf, rawConnection } from '../../../sandbox/raw-connection.ts';
import { until } from '../../../sandbox/redis/until.ts';
import { signedHeaders } from '../../../sandbox/slack/signing.ts';
import { loggedEvents, onStage, types } from '../../support/on-stage.ts';
import { FORM, JSON_TYPE, post, signed } from '../../support/post.ts';

describe('url_verification', () => {
  test("is answered with its challenge, for Slack's own question", async () => {
    const stage = await onStage();
    const { status, body, challenge } = await stage.slack.verifyUrl({ appUrl: stage.appUrl });
    expect([status, body]).toEqual([200, { challenge }]);
  });

  test('is not answered without a signature', async () => {
    const { appUrl } = await onStage();
    const body = '{"type":"url_verification","challenge":"c-1"}';
    const answer = await post(appUrl, { headers: { 'content-type': JSON_TYPE }, body });
    expect(answer).toEqual({ status: 401, text: '' });
  });
});

describe('ssl_check', () => {
  test('is answered without a signature, as Slack sends it', async () => {
    const { appUrl } = await onStage();
    const answer = await post(appUrl, { headers: { 'content-type': FORM }, body: 'ssl_check=1&token=x' });
    expect(answer).toEqual({ status: 200, text: '' });
  });

  test.each([
    ['ssl_check=0', FORM],
    ['ssl_check=1', JSON_TYPE],
    [`ssl_check=1&pad=${'x'.repeat(1000)}`, FORM],
  ])('%.20s as %s is refused', async (body, contentType) => {
    const { appUrl } = await onStage();
    expect((await post(appUrl, { headers: { 'content-type': contentType }, body })).status).toBe(401);
  });
});

describe('an entry point', () => {
  test.each([
    ['GET', '/slack/events', 404],
    ['PUT', '/slack/events', 404],
    ['POST', '/slack/events/', 404],
    ['POST', '/', 404],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/healthz?x=1', 200],
    ['GET', '/%2e%2e/etc/passwd', 404],
  ])('%s %s answers %i', async (method, path, status) => {
    const { appUrl } = await onStage();
    expect((await post(appUrl, { method, path })).status).toBe(status);
  });

  test('that Slack knocks at with a query string is the same', async () => {
    const stage = await onStage();
    const raw = signed('{"type":"url_verification","challenge":"c-2"}', JSON_TYPE, { nowMs: stage.now() });
    expect(await post(stage.appUrl, { ...raw, path: '/slack/events?source=x' })).toEqual({
      status: 200,
      text: '{"challenge":"c-2"}',
    });
  });
});

test('a form with a charset is read like one without', async () => {
  const stage = await onStage();
  const form = new URLSearchParams({
    command: '/meeting',
    text: 'help',
    user_id: 'U0ANN',
    team_id: 'T0HOME',
    channel_id: 'C0TEAM',
    response_url: `${stage.slack.url}/response/x`,
  });
  const raw = signed(form.toString(), `${FORM}; charset=utf-8`, { nowMs: stage.now() });
  const { status, text } = await post(stage.appUrl, raw);
  expect(status).toBe(200);
  expect(text).toContain('Shows the card');
});

test('what is refused is logged by its reason, without its content', async () => {
  const stage = await onStage();
  await post(stage.appUrl, { body: 'secret-in-body-7' });
  await post(stage.appUrl, signed('payload={secret-in-body-8', FORM, { nowMs: stage.now() }));
  expect(stage.log.text()).toContain('"reason":"signature"');
  expect(stage.log.text()).toContain('"reason":"unreadable"');
  expect(stage.log.text()).not.toContain('secret-in-body');
});

test('of refused requests twenty of a reason are logged in a minute, and all are counted', async () => {
  const stage = await onStage();
  const refusals = () => loggedEvents(stage, 'request-refused');
  for (let sent = 0; sent < 25; sent += 1) await post(stage.appUrl, {});
  await post(stage.appUrl, { method: 'GET' });
  expect(refusals().filter((line) => line.includes('"reason":"signature"'))).toHaveLength(20);
  expect(refusals().filter((line) => line.includes('"reason":"method"'))).toHaveLength(1);
  const page = await (await fetch(`${stage.appUrl}/metrics`)).text();
  expect(page).toContain('meeting_cards_refused_requests_total{reason="signature"} 25');
  stage.advance(60);
  await post(stage.appUrl, {});
  expect(refusals().at(-1)).toContain('"suppressed":5');
});

test('the app answers a command while it does not know who it is to Slack', async () => {
  const stage = await onStage();
  stage.slack.fault('auth.test', { kind: 'http', status: 500 });
  const { appUrl, log } = await stage.startApp();
  expect((await types(stage, '700001', { appUrl })).shown).toContain('Quarterly review');
  await stage.slack.waitFor(({ calls }) => calls.filter(({ method }) => method === 'auth.test').length > 1);
  expect((await types(stage, '700001', { appUrl })).shown).toContain('Quarterly review');
  expect(log.text()).not.toContain('xoxb-');
});

test('a stopping app answers what is in flight, and takes nothing new', async () => {
  const stage = await onStage();
  stage.conference.fault({ kind: 'hold' });
  const answer = types(stage, '700001');
  await stage.conference.waitForQuestions(1);
  const stopped = stage.app.stop();
  stage.conference.heal();
  expect((await answer).shown).toContain('Quarterly review');
  await stopped;
  await expect(post(stage.appUrl, {})).rejects.toThrow('ECONNREFUSED');
});

test('a client that leaves in the middle of its body is let go', async () => {
  const stage = await onStage();
  const headers = signedHeaders(stage.slack.signingSecret, 'half a body', Math.floor(stage.now() / 1000));
  const { socket } = await rawConnection(stage.appUrl, `${headOf(11, headers)}half a bo`);
  socket.destroy();
  await until('it is let go', async () => stage.log.text().includes('"reason":"aborted"'));
  expect((await types(stage, 'help')).shown).toContain('Shows the card');
});
