import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { SampleSlack } from '../../sandbox/slack/sample-slack.ts';
import { LEASE_MS } from '../../src/tracking/due-loop.ts';
import { onRedis } from '../support/on-redis.ts';
import { optionsIn, shownIn } from '../support/reading.ts';
import { sentTo } from '../support/reminders.ts';
import { processes } from './processes.ts';

const SOON = '790001';
const HAN = 'U0HAN';
const TEST_MS = 240_000;

/**
 * A person is to be reminded in a moment, by a process that then waits for Slack's answer to this method; it is killed, and another process
 * finds its lease over.
 */
async function killedDuring(method: 'conversations.open' | 'chat.postMessage'): Promise<SampleSlack> {
  const redis = await onRedis();
  const { slack, conference, apps } = await processes(2, { REDIS_URL: redis.url });
  const [one, other] = apps;
  if (one === undefined || other === undefined) throw new Error('Two were started.');
  const [sample] = conference.meetings.byEventId('700002');
  const startTime = Math.floor(Date.now() / 1000) + 5 * 60 + 5;
  conference.meetings.put({ ...sample, eventId: Number(SOON), startTime, endTime: startTime + 900 });
  slack.fault(method, { kind: 'hang' }, 1);
  other.signal('SIGSTOP');
  await slack.command({ appUrl: one.url, text: SOON, userId: HAN });
  const card = await slack.waitFor(({ ephemerals }) =>
    ephemerals.find((message) => optionsIn(message).length > 0),
  );
  const option = optionsIn(card).find((value) => value.startsWith('remind/')) ?? '';
  await slack.click({ appUrl: one.url, surface: card, actionId: 'meeting_more', option, userId: HAN });
  const asks = 'meeting_remind_5';
  const question = await slack.waitFor(({ ephemerals }) =>
    ephemerals.find(({ blocks }) => JSON.stringify(blocks).includes(asks)),
  );
  await slack.click({ appUrl: one.url, surface: question, actionId: asks, userId: HAN });
  await until('it calls Slack', async () => slack.calls.some((call) => call.method === method));
  one.signal('SIGKILL');
  await one.ended;
  other.signal('SIGCONT');
  const [key = ''] = (await redis.keys()).filter((name) => name.endsWith(':due:reminders'));
  await withClient(redis.url, async (client) => {
    const [member = ''] = await client.zrange(key, 0, '0');
    await client.zadd(key, 0, member);
  });
  // Work that the storage of a busy machine did not take in time is tried again when its lease of a minute is over.
  await until(
    'another process is done with it',
    async () => (await redis.keys()).every((name) => name !== key),
    2 * LEASE_MS,
  );
  return slack;
}

test(
  'a reminder whose process is killed before it was posted comes from another process, once',
  async () => {
    const slack = await killedDuring('conversations.open');
    const sent = sentTo({ slack }, HAN);
    expect(sent).toHaveLength(1);
    expect(shownIn(sent[0])).toContain('Design review');
  },
  TEST_MS,
);

test(
  'a reminder whose process is killed while Slack takes it is not posted a second time',
  async () => {
    const slack = await killedDuring('chat.postMessage');
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  },
  TEST_MS,
);
