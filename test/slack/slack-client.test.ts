import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../src/ops/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { slackClients } from '../../src/slack/slack-client.ts';

/** The clients of installations over one Slack, and the calls that it got, by their tokens. */
function clientsOn(answer: (token: string, method: string) => Response | Promise<Response>) {
  const tokens: string[] = [];
  const clientsOf = slackClients({
    apiUrl: undefined,
    logger: boltLogger(createLog('silent')),
    fetch: async (input, init) => {
      const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      tokens.push(token);
      return answer(token, String(input).split('/').at(-1) ?? '');
    },
  });
  return { clientsOf, tokens };
}

const ok = (): Response => Response.json({ ok: true });
const never = (): Promise<Response> => new Promise(() => {});

test('each call has the token of its own installation, and a call without one is not made with that of another', async () => {
  const { clientsOf, tokens } = clientsOn(ok);
  const [one, other] = [clientsOf({ token: 'xoxb-one' }), clientsOf({ token: 'xoxb-other' })];
  await one.client.auth.test();
  await other.client.users.info({ user: 'U1' });
  await one.once.chat.postMessage({ channel: 'C1', text: 'x', token: 'xoxb-other' });
  expect(tokens).toEqual(['xoxb-one', 'xoxb-other', 'xoxb-one']);
});

test('an installation has a hundred calls in progress at most, and those of another are made at once', async () => {
  const { clientsOf, tokens } = clientsOn((token) => (token === 'xoxb-hanging' ? never() : ok()));
  const [hanging, other] = [clientsOf({ token: 'xoxb-hanging' }), clientsOf({ token: 'xoxb-other' })];
  for (let nth = 0; nth < 1500; nth += 1) {
    const call = nth % 2 === 0 ? hanging.client : hanging.once;
    void call.users.info({ user: 'U1' }).catch(() => {});
  }
  expect(await other.client.auth.test()).toMatchObject({ ok: true });
  expect(await other.once.auth.test()).toMatchObject({ ok: true });
  await nextTurn();
  expect(tokens.filter((token) => token === 'xoxb-hanging')).toHaveLength(100);
});

test('a call that waited for its turn is made when another has ended', async () => {
  const held: ((answer: Response) => void)[] = [];
  const { clientsOf, tokens } = clientsOn(() => new Promise((resolve) => held.push(resolve)));
  const { client } = clientsOf({ token: 'xoxb-one' });
  const calls = Array.from({ length: 101 }, () => client.auth.test());
  while (tokens.length < 100) await nextTurn();
  expect(held).toHaveLength(100);
  held[0]?.(ok());
  await calls[0];
  while (tokens.length < 101) await nextTurn();
  for (const answer of held) answer(ok());
  expect(await Promise.all(calls)).toHaveLength(101);
});

test('while Slack limits one installation, the calls of another are made, and its own is refused at once with the wait', async () => {
  const limited = (): Response =>
    Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '30' } });
  const { clientsOf } = clientsOn((token) => (token === 'xoxb-limited' ? limited() : ok()));
  const [one, other] = [clientsOf({ token: 'xoxb-limited' }), clientsOf({ token: 'xoxb-other' })];
  await expect(one.client.auth.test()).rejects.toMatchObject({ retryAfter: 30 });
  expect(await other.client.auth.test()).toMatchObject({ ok: true });
  await expect(one.once.auth.test()).rejects.toMatchObject({ retryAfter: 30 });
});

test('a refused token is told to its own installation alone', async () => {
  const told: string[] = [];
  const { clientsOf } = clientsOn((token) =>
    token === 'xoxb-revoked' ? Response.json({ ok: false, error: 'token_revoked' }) : ok(),
  );
  const of = (token: string) => clientsOf({ token, onTokenRefused: () => told.push(token) });
  const [revoked, other] = [of('xoxb-revoked'), of('xoxb-other')];
  await other.client.auth.test();
  await expect(revoked.client.auth.test()).rejects.toThrow();
  expect(told).toEqual(['xoxb-revoked']);
});

test('a block that one installation does not take is sent for another', async () => {
  const sent: string[] = [];
  const clientsOf = slackClients({
    apiUrl: undefined,
    logger: boltLogger(createLog('silent')),
    fetch: async (_input, init) => {
      sent.push(new URLSearchParams(String(init?.body)).get('blocks') ?? '');
      return ok();
    },
  });
  const off = { off: async (kinds: readonly ('alert' | 'container')[]) => kinds, switchOff: async () => {} };
  const on = { off: async () => [], switchOff: async () => {} };
  const message = {
    channel: 'C1',
    text: 'x',
    blocks: [
      { type: 'alert' as const, text: { type: 'mrkdwn' as const, text: 'x' }, level: 'info' as const },
    ],
  };
  await clientsOf({ token: 'xoxb-one', switches: off }).client.chat.postMessage(message);
  await clientsOf({ token: 'xoxb-other', switches: on }).client.chat.postMessage(message);
  expect(sent.map((blocks) => blocks.includes('alert'))).toEqual([false, true]);
});
