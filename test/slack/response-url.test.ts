import { describe, expect, test } from 'vitest';
import { FOREIGN_ADDRESS, replySender } from '../../src/slack/response-url.ts';

const card = { text: 'A card', blocks: [] };

/** Sends to an address, and returns what was fetched. */
async function sent(address: string, apiUrl?: string) {
  const fetched: string[] = [];
  let foreign = 0;
  const { reply } = replySender({
    fetch: async (input) => {
      fetched.push(String(input));
      return new Response('ok');
    },
    apiUrl,
    onForeignAddress: () => {
      foreign += 1;
    },
  });
  const failure = await reply(address, { card, to: 'user', replaces: false }).catch(
    (error: unknown) => error,
  );
  return { fetched, foreign, failure };
}

describe('a reply is sent to', () => {
  test.each([
    ['https://hooks.slack.com/commands/T1/2/3', undefined],
    ['https://hooks.slack-gov.com/actions/T1/2/3', undefined],
    ['https://HOOKS.slack.com:443/actions/T1/2/3', undefined],
    ['http://127.0.0.1:4000/response/x', 'http://127.0.0.1:4000/api/'],
    ['https://hooks.slack.com/commands/T1/2/3', 'http://127.0.0.1:4000/api/'],
  ])('%s where the Web API is at %s', async (address, apiUrl) => {
    expect(await sent(address, apiUrl)).toEqual({ fetched: [address], foreign: 0, failure: undefined });
  });
});

describe('no reply is sent to', () => {
  test.each([
    ['http://hooks.slack.com/commands/T1/2/3', undefined],
    ['https://hooks.slack.com:444/commands/T1/2/3', undefined],
    ['https://hooks.slack.com.evil.example/x', undefined],
    ['https://evil.example/hooks.slack.com', undefined],
    ['https://hooks.slack.com@evil.example/x', undefined],
    ['https://evil.example\\@hooks.slack.com/x', undefined],
    ['https://slack.com/api/x', undefined],
    ['http://127.0.0.1:4001/response/x', 'http://127.0.0.1:4000/api/'],
    ['https://127.0.0.1:4000/response/x', 'http://127.0.0.1:4000/api/'],
    ['http://127.0.0.1:4000/response/x', undefined],
    ['no address', undefined],
  ])('%s where the Web API is at %s', async (address, apiUrl) => {
    const { fetched, foreign, failure } = await sent(address, apiUrl);
    expect([fetched, foreign]).toEqual([[], 1]);
    expect(failure).toMatchObject({ name: 'ReplyError', code: FOREIGN_ADDRESS });
  });
});
