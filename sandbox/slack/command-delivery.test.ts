import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANSWER_TIMEOUT_MS } from './deliver/courier.ts';
import { startSampleApp } from './sample-app.ts';
import { section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';
import { signedHeaders } from './signing.ts';

let reply: unknown;
let status = 200;
let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
let appUrl: string;
beforeEach(async () => {
  reply = '';
  status = 200;
  slack = await startSampleSlack();
  app = await startSampleApp(() => ({ status, body: reply, headers: { location: 'http://127.0.0.1:1/' } }));
  appUrl = app.appUrl;
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

const headersOf = (index = 0) => app.delivered[index]?.headers ?? {};

describe('a command', () => {
  it('is a signed form without a charset', async () => {
    const { responseUrl, triggerId } = await slack.command({ appUrl, text: '649 128 & more' });
    const [one] = app.delivered;
    expect(one?.path).toBe('/slack/events');
    expect(headersOf()['content-type']).toBe('application/x-www-form-urlencoded');
    const seconds = Number(headersOf()['x-slack-request-timestamp']);
    expect(headersOf()).toMatchObject(signedHeaders(slack.signingSecret, one?.raw ?? '', seconds));
    expect(one?.payload).toMatchObject({
      command: '/meeting',
      text: '649 128 & more',
      user_id: 'U0HAN',
      channel_name: 'team',
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: triggerId,
    });
  });

  it.each([
    ['D0HAN', 'directmessage'],
    ['G0SECRET', 'privategroup'],
  ])('in %s calls the channel %s', async (channelId, name) => {
    await slack.command({ appUrl, text: '', channelId });
    expect(app.delivered[0]?.payload).toMatchObject({ channel_id: channelId, channel_name: name });
  });

  it.each<[unknown, object[], object[]]>([
    ['Hello', [{ text: 'Hello' }], []],
    [
      { text: 'A card', blocks: [section({ block_id: 'a' })] },
      [{ blocks: [section({ block_id: 'a' })] }],
      [],
    ],
    [{ text: 'Hello', response_type: 'in_channel' }, [], [{ text: 'Hello', userId: 'U0BOT' }]],
    [{ response_type: 'in_channel' }, [], []],
    ['', [], []],
  ])('answered with %j leaves what it says', async (body, ephemerals, messages) => {
    reply = body;
    await slack.command({ appUrl, text: '' });
    expect(slack.ephemerals).toMatchObject(ephemerals);
    expect(slack.channels.get('C0TEAM')?.messages).toMatchObject(messages);
    expect(slack.violations).toEqual([]);
  });

  it('answered with what breaks a rule leaves nothing but the violation', async () => {
    reply = { blocks: [section()] };
    await slack.command({ appUrl, text: '' });
    expect(slack.violations).toEqual(['answer to the command: blocks need a text beside them']);
    expect(slack.ephemerals).toEqual([]);
  });

  it.each([302, 404, 500])('answered with %i has failed, and no redirect is followed', async (code) => {
    status = code;
    reply = 'Hello';
    expect(await slack.command({ appUrl, text: '' })).toMatchObject({
      status: code,
      failure: 'dispatch_failed',
    });
    expect(slack.ephemerals).toEqual([]);
  });

  it('has failed after a silence of as long as Slack waits, which is three seconds', async () => {
    expect(ANSWER_TIMEOUT_MS).toBe(3000);
    const silent = await startSampleApp(() => 'hang');
    const impatient = await startSampleSlack({ answerTimeoutMs: 20 });
    const answer = await impatient.command({ appUrl: silent.appUrl, text: '' });
    expect(answer).toMatchObject({ status: 0, failure: 'operation_timeout' });
    await Promise.all([silent.close(), impatient.close()]);
  });
});
