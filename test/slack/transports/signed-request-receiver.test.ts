import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedHeaders } from '../../../sandbox/slack/signing.ts';
import { openPlainStage, types } from '../../support/on-stage.ts';
import { FORM, JSON_TYPE, post, signed } from '../../support/post.ts';
import type { Stage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

const body = 'command=%2Fmeeting&text=help';
const seconds = () => Math.floor(stage.now() / 1000);
const headersOf = (secret: string, timestamp: number, ofBody = body) => ({
  'content-type': FORM,
  ...signedHeaders(secret, ofBody, timestamp),
});

describe('a request that is not proven to be from Slack is answered with 401 and nothing else', () => {
  const right = () => headersOf(stage.slack.signingSecret, seconds());
  test.each<[string, () => Record<string, string>]>([
    ['without both headers', () => ({ 'content-type': FORM })],
    ['without a signature', () => ({ ...right(), 'x-slack-signature': '' })],
    [
      'without a timestamp',
      () => ({ 'content-type': FORM, 'x-slack-signature': right()['x-slack-signature'] }),
    ],
    ['signed with another secret', () => headersOf('another', seconds())],
    ['signed for another body', () => headersOf(stage.slack.signingSecret, seconds(), `${body}x`)],
    ['signed 301 seconds ago', () => headersOf(stage.slack.signingSecret, seconds() - 301)],
    ['signed 302 seconds ahead', () => headersOf(stage.slack.signingSecret, seconds() + 302)],
    ['signed in 1970', () => headersOf(stage.slack.signingSecret, 0)],
    [
      'with a timestamp that was moved',
      () => ({ ...right(), 'x-slack-request-timestamp': String(seconds() - 1) }),
    ],
    ['with a timestamp that is not a number', () => ({ ...right(), 'x-slack-request-timestamp': 'now' })],
    ['with a timestamp in milliseconds', () => headersOf(stage.slack.signingSecret, stage.now())],
    [
      'with half a signature',
      () => ({ ...right(), 'x-slack-signature': right()['x-slack-signature'].slice(0, 40) }),
    ],
    [
      'with a longer signature',
      () => ({ ...right(), 'x-slack-signature': `${right()['x-slack-signature']}0` }),
    ],
    [
      'with another version',
      () => ({ ...right(), 'x-slack-signature': right()['x-slack-signature'].replace('v0', 'v1') }),
    ],
    [
      'with a signature in upper case',
      () => ({ ...right(), 'x-slack-signature': right()['x-slack-signature'].toUpperCase() }),
    ],
    ['with a signature beyond ASCII', () => ({ ...right(), 'x-slack-signature': 'é'.repeat(67) })],
  ])('%s', async (_how, headers) => {
    const before = stage.conference.questions.length;
    expect(await post(stage.appUrl, { headers: headers(), body })).toEqual({ status: 401, text: '' });
    expect(stage.conference.questions).toHaveLength(before);
  });
});

describe('a request signed', () => {
  test.each([-299, 0, 299])('%i seconds away from now is taken', async (away) => {
    const { status } = await post(stage.appUrl, {
      headers: headersOf(stage.slack.signingSecret, seconds() + away, 'ssl=no'),
      body: 'ssl=no',
    });
    expect(status).not.toBe(401);
  });
});

describe('a body under headers that are in order', () => {
  const MB = 1024 * 1024;
  const inOrder = () => headersOf(stage.slack.signingSecret, seconds());
  test('of more than a megabyte is refused with 413, without being read', async () => {
    const large = { headers: { ...inOrder(), 'content-length': MB + 1 }, body: 'x' };
    expect((await post(stage.appUrl, large)).status).toBe(413);
  });

  test('of more than a megabyte that did not say so is refused with 413', async () => {
    const large = { headers: { ...inOrder(), 'transfer-encoding': 'chunked' }, body: 'x'.repeat(MB + 1) };
    expect((await post(stage.appUrl, large)).status).toBe(413);
  });

  test('of a megabyte is read, and is then not the one that was signed', async () => {
    expect((await post(stage.appUrl, { headers: inOrder(), body: 'x'.repeat(MB) })).status).toBe(401);
  });
});

describe('a signed body that is not a request of Slack', () => {
  const deep = (open: string, close: string, times = 50_000) => open.repeat(times) + close.repeat(times);
  test.each([
    ['nothing', '', JSON_TYPE, 400],
    ['null', 'null', JSON_TYPE, 400],
    ['a number', '7', JSON_TYPE, 400],
    ['a text', '"words"', JSON_TYPE, 400],
    ['a list', '[{"type":"event_callback"}]', JSON_TYPE, 400],
    ['half a JSON', '{"type":', JSON_TYPE, 400],
    ['bytes that are not UTF-8', '\ufffd\u0000', JSON_TYPE, 400],
    ['a broken payload', 'payload={broken', FORM, 400],
    ['a payload that is null', 'payload=null', FORM, 400],
    ['a payload that is empty', 'payload=', FORM, 400],
    ['lists 50,000 deep', deep('[', ']'), JSON_TYPE, 400],
    ['objects 50,000 deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, JSON_TYPE, 404],
    ['no type', '{}', JSON_TYPE, 404],
    ['an unknown type', '{"type":"no_such_type"}', JSON_TYPE, 404],
    ['a type that is an object', '{"type":{"a":1}}', JSON_TYPE, 404],
    ['a form of nothing', 'a', FORM, 404],
    ['a command without a user', 'command=%2Fmeeting&text=1', FORM, 404],
    [
      'another command',
      'command=%2Fother&text=1&user_id=U1&team_id=T1&response_url=https%3A%2F%2Fa.example',
      FORM,
      404,
    ],
    [
      'an action that is not ours',
      'payload={"type":"block_actions","actions":[{"action_id":"x"}],"user":{"id":"U1"},"team":{"id":"T1"}}',
      FORM,
      404,
    ],
    [
      'actions that are null',
      'payload={"type":"block_actions","actions":null,"user":{"id":"U1"}}',
      FORM,
      404,
    ],
    [
      'a user that is null',
      'payload={"type":"shortcut","callback_id":"find_meeting","user":null}',
      FORM,
      404,
    ],
    [
      'an interaction that is an event too',
      'payload={"type":"shortcut","user":{"id":"U1"},"event":null}',
      FORM,
      404,
    ],
    ['an event without its envelope', '{"type":"link_shared","event":"link_shared"}', JSON_TYPE, 404],
    ['an envelope without an event', '{"type":"event_callback","team_id":"T1"}', JSON_TYPE, 404],
    ['an event that is null', '{"type":"event_callback","event":null}', JSON_TYPE, 404],
    ['an event that is a text', '{"type":"event_callback","event":"link_shared"}', JSON_TYPE, 404],
    [
      'an event in a channel that is null',
      '{"type":"event_callback","event":{"type":"message","channel":null}}',
      JSON_TYPE,
      404,
    ],
    [
      'an event about an item that is a text',
      '{"type":"event_callback","event":{"type":"star_added","item":"x"}}',
      JSON_TYPE,
      404,
    ],
    [
      'an event authorised by nobody',
      '{"type":"event_callback","event":{"type":"message"},"authorizations":[null]}',
      JSON_TYPE,
      404,
    ],
    ['a form with an event', 'event=link_shared', FORM, 404],
    ['a challenge that is an object', '{"type":"url_verification","challenge":{"a":1}}', JSON_TYPE, 400],
    ['a challenge 50,000 deep', `{"type":"url_verification","challenge":${deep('[', ']')}}`, JSON_TYPE, 400],
    ['a prototype', '{"__proto__":{"type":"url_verification"}}', JSON_TYPE, 404],
  ])('%s is refused, and the app still answers', async (_what, text, contentType, status) => {
    const answer = await post(stage.appUrl, signed(text, contentType, { nowMs: stage.now() }));
    expect(answer).toEqual({ status, text: '' });
    expect((await types(stage, 'help')).shown).toContain('Shows the card');
  });
});
