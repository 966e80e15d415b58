import { describe, expect, test } from 'vitest';
import { type ChannelId, isChannelId } from '../../src/core/channel.ts';
import { createLog } from '../../src/ops/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { messenger } from '../../src/slack/messenger.ts';
import { slackClients } from '../../src/slack/slack-client.ts';
import { personOf } from '../support/person.ts';

const card = { text: 'A card', blocks: [] };
const { userId } = personOf('T0HOME', 'U0HAN');

function channel(id: string): ChannelId {
  if (!isChannelId(id)) throw new Error(`${id} is not a channel`);
  return id;
}

/** A messenger of the tenant `home` on a Slack that answers each method with these fields, and the calls that it got. */
function messengerOn(answers: Readonly<Record<string, object>>) {
  const calls: { readonly method: string; readonly body: URLSearchParams }[] = [];
  const clientsOf = slackClients({
    apiUrl: undefined,
    logger: boltLogger(createLog('silent')),
    fetch: async (input, init) => {
      const method = String(input).split('/').at(-1) ?? '';
      calls.push({ method, body: new URLSearchParams(String(init?.body)) });
      return Response.json({ ok: true, ...answers[method] });
    },
  });
  return { ...messenger(clientsOf({ token: 'xoxb-x' })), calls };
}

describe('the messenger names what it posted', () => {
  test('by channel and timestamp, in the channel that Slack names', async () => {
    const { post } = messengerOn({ 'chat.postMessage': { channel: 'C0NEW', ts: '1.5' } });
    expect(await post(channel('C0TEAM'), card, '1.1')).toEqual({
      channel: 'C0NEW',
      ts: '1.5',
    });
  });

  test('to one person, in their direct message', async () => {
    const { postToUser } = messengerOn({
      'conversations.open': { channel: { id: 'D0HAN' } },
      'chat.postMessage': { channel: 'D0HAN', ts: '2.5' },
    });
    expect(await postToUser(userId, card)).toEqual({ channel: 'D0HAN', ts: '2.5' });
  });

  test('under each link of a message', async () => {
    const { unfurl } = messengerOn({});
    const target = {
      unfurlId: 'u',
      source: 'conversations_history',
      channel: channel('C0TEAM'),
      ts: '3.5',
      threadTs: undefined,
      reach: 'company',
    } as const;
    const unfurls = new Map([
      ['https://a.example/1', []],
      ['https://a.example/2', []],
    ]);
    expect(await unfurl(target, unfurls)).toEqual([
      {
        kind: 'unfurl',
        channel: 'C0TEAM',
        ts: '3.5',
        threadTs: undefined,
        url: 'https://a.example/1',
        reach: 'company',
      },
      {
        kind: 'unfurl',
        channel: 'C0TEAM',
        ts: '3.5',
        threadTs: undefined,
        url: 'https://a.example/2',
        reach: 'company',
      },
    ]);
  });
});

describe('the messenger names nothing', () => {
  test('for a message that is being typed, which has no id yet', async () => {
    const { unfurl, calls } = messengerOn({});
    const target = {
      unfurlId: 'u',
      source: 'composer',
      channel: undefined,
      ts: 'u',
      threadTs: undefined,
      reach: 'company',
    } as const;
    expect(await unfurl(target, new Map([['https://a.example/1', []]]))).toEqual([]);
    expect(calls.map(({ method }) => method)).toEqual(['chat.unfurl']);
  });

  test('where Slack opens no conversation with a person', async () => {
    const { postToUser, calls } = messengerOn({});
    expect(await postToUser(userId, card)).toBeUndefined();
    expect(calls.map(({ method }) => method)).toEqual(['conversations.open']);
  });
});
