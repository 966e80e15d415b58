import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedHeaders } from '../../../sandbox/slack/signing.ts';
import { FORM, JSON_TYPE, post, type Raw, signed } from '../../support/post.ts';
import { secret, startTwoReceivers } from '../../support/two-receivers.ts';

let both: Awaited<ReturnType<typeof startTwoReceivers>>;
beforeAll(async () => {
  both = await startTwoReceivers();
});
afterAll(() => both.close());

const good =
  'command=%2Fmeeting&text=1&user_id=U1&team_id=T1&channel_id=C1&response_url=https%3A%2F%2Fa.example';
const at = (seconds: number): Raw => ({
  body: good,
  headers: { 'content-type': FORM, ...signedHeaders(secret, good, Math.floor(Date.now() / 1000) + seconds) },
});
const over = (headers: Record<string, string | string[]>): Raw => ({
  body: good,
  headers: { ...at(0).headers, ...headers },
});
const signature = () => String(at(0).headers?.['x-slack-signature']);

describe('whatever the receiver of Bolt refuses, ours refuses', () => {
  test.each<[string, () => Raw]>([
    ['no headers at all', () => ({ body: good })],
    [
      'no signature',
      () => ({ body: good, headers: { 'content-type': FORM, 'x-slack-request-timestamp': '1' } }),
    ],
    ['an empty signature', () => over({ 'x-slack-signature': '' })],
    ['two signatures', () => over({ 'x-slack-signature': [signature(), signature()] })],
    [
      'two timestamps',
      () => over({ 'x-slack-request-timestamp': [String(Math.floor(Date.now() / 1000)), '1'] }),
    ],
    ['another secret', () => signed(good, FORM, { secret: 'another' })],
    ['a signature without a version', () => over({ 'x-slack-signature': signature().slice(3) })],
    ['a signature of version 1', () => over({ 'x-slack-signature': signature().replace('v0', 'v1') })],
    ['a signature with a blank inside', () => over({ 'x-slack-signature': signature().replace('=', '= ') })],
    ['a signature in upper case', () => over({ 'x-slack-signature': signature().toUpperCase() })],
    ['a shorter signature', () => over({ 'x-slack-signature': signature().slice(0, -1) })],
    ['a longer signature', () => over({ 'x-slack-signature': `${signature()}a` })],
    ['a changed body', () => ({ ...at(0), body: `${good}&x=1` })],
    ['a timestamp of six minutes ago', () => at(-360)],
    ['a timestamp of a year ago', () => at(-31_536_000)],
    ['a timestamp that is not a number', () => over({ 'x-slack-request-timestamp': 'x' })],
    ['a timestamp that is empty', () => over({ 'x-slack-request-timestamp': '' })],
    [
      'a timestamp with a fraction',
      () => over({ 'x-slack-request-timestamp': `${Math.floor(Date.now() / 1000)}.5` }),
    ],
    ['a GET', () => ({ ...at(0), method: 'GET' })],
    ['a PUT', () => ({ ...at(0), method: 'PUT' })],
    ['a DELETE', () => ({ ...at(0), method: 'DELETE' })],
    ['broken JSON', () => signed('{"type":', JSON_TYPE)],
    ['an empty JSON body', () => signed('', JSON_TYPE)],
    ['a broken payload', () => signed('payload={broken', FORM)],
    ['a form that says that it is JSON', () => signed(good, JSON_TYPE)],
    [
      'a form without a type',
      () => ({ body: good, headers: signedHeaders(secret, good, Math.floor(Date.now() / 1000)) }),
    ],
    [
      'an unsigned url_verification',
      () => ({ body: '{"type":"url_verification","challenge":"x"}', headers: { 'content-type': JSON_TYPE } }),
    ],
    ['an unsigned ssl_check of 0', () => ({ body: 'ssl_check=0', headers: { 'content-type': FORM } })],
    [
      'an unsigned ssl_check in JSON',
      () => ({ body: '{"ssl_check":"1"}', headers: { 'content-type': JSON_TYPE } }),
    ],
    [
      'a body over the limit of Bolt',
      () => ({
        headers: { 'content-type': FORM, 'transfer-encoding': 'chunked' },
        body: 'x'.repeat(5_000_000),
      }),
    ],
  ])('%s', async (_what, raw) => {
    const theirs = await post(both.theirUrl, raw());
    const ours = await post(both.ourUrl, raw());
    expect(theirs.status).toBeGreaterThanOrEqual(400);
    expect(ours.status).toBeGreaterThanOrEqual(400);
    expect(ours.text).toBe('');
  });
});

describe('whatever Slack sends is taken by both', () => {
  test.each<[string, () => Raw]>([
    ['a command', () => at(0)],
    ['a command of four minutes ago', () => at(-240)],
    [
      'a press',
      () =>
        signed(
          'payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22a%22%7D%5D%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22team%22%3A%7B%22id%22%3A%22T1%22%7D%7D',
          FORM,
        ),
    ],
    [
      'an event',
      () =>
        signed(
          '{"type":"event_callback","team_id":"T1","event":{"type":"app_home_opened","user":"U1"}}',
          JSON_TYPE,
        ),
    ],
    ['url_verification', () => signed('{"type":"url_verification","challenge":"x"}', JSON_TYPE)],
    ['ssl_check', () => ({ body: 'ssl_check=1&token=x', headers: { 'content-type': FORM } })],
  ])('%s', async (_what, raw) => {
    const theirs = await post(both.theirUrl, raw());
    const ours = await post(both.ourUrl, raw());
    expect([theirs.status, ours.status]).toEqual([200, 200]);
    expect(ours.text).toBe(theirs.text);
  });
});

test('a timestamp from the future, which Bolt takes, is refused', async () => {
  expect((await post(both.theirUrl, at(3600))).status).toBe(200);
  expect((await post(both.ourUrl, at(3600))).status).toBe(401);
});
