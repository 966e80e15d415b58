import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { shares } from '../support/following.ts';
import { callsOf, done, onlyUnfurl, paste } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';

async function stageThatKnows() {
  const stage = await onStage();
  await types(stage, '700001');
  return stage;
}
const unfurled = (stage: Stage): number => callsOf(stage, 'chat.unfurl').length;

describe('the same meeting in the same channel', () => {
  test('is left alone for half an hour, and then shown again', async () => {
    const stage = await stageThatKnows();
    onlyUnfurl(await paste(stage, LINK));
    expect((await paste(stage, LINK)).unfurls.size).toBe(0);
    stage.advance(29 * 60);
    expect((await paste(stage, LINK)).unfurls.size).toBe(0);
    stage.advance(2 * 60);
    onlyUnfurl(await paste(stage, LINK));
  });

  test('is shown again in the same message', async () => {
    const stage = await stageThatKnows();
    const message = await paste(stage, LINK);
    await done(stage, () => stage.slack.shareLinks({ appUrl: stage.appUrl, message }));
    expect(unfurled(stage)).toBe(2);
  });

  test('is shown while it is typed, whatever was sent before', async () => {
    const stage = await stageThatKnows();
    await paste(stage, LINK);
    await done(stage, () => stage.slack.typeLinks({ appUrl: stage.appUrl, urls: [LINK] }));
    expect(unfurled(stage)).toBe(2);
  });

  test('is shown in another channel at once', async () => {
    const stage = await stageThatKnows();
    await paste(stage, LINK);
    onlyUnfurl(await paste(stage, LINK, { channelId: 'C0NOBOT' }));
  });
});

describe('an event that is delivered again', () => {
  test('is acted on once', async () => {
    const stage = await stageThatKnows();
    const { slack, appUrl } = stage;
    const message = slack.say({ text: LINK });
    for (let time = 0; time < 3; time += 1)
      await done(stage, () => slack.shareLinks({ appUrl, message, eventId: 'Ev0SAME' }));
    expect(unfurled(stage)).toBe(1);
    expect(loggedEvents(stage, 'answered').filter((line) => line.includes('duplicate'))).toHaveLength(2);
  });

  test('as one of Slack’s retries is acknowledged', async () => {
    const stage = await stageThatKnows();
    const { slack, appUrl } = stage;
    const event = {
      type: 'app_home_opened',
      user: 'U0ANN',
      channel: 'D0ANN',
      tab: 'home',
      event_ts: '1.000001',
    };
    const first = await slack.event({ appUrl, event, eventId: 'Ev0HOME' });
    const retry = { num: 1, reason: 'http_timeout' } as const;
    const second = await done(stage, () => slack.event({ appUrl, event, eventId: 'Ev0HOME', retry }));
    expect([first.status, second.status]).toEqual([200, 200]);
    await slack.waitFor(({ homes }) => homes.has('U0ANN'));
    expect(callsOf(stage, 'views.publish')).toHaveLength(1);
  });

  test('to two processes on one Redis is acted on by one', async () => {
    const redis = await onRedis();
    const stage = await onStage({ env: { REDIS_URL: redis.url } });
    const other = await stage.startApp();
    await types(stage, '700001');
    for (const { appUrl } of [stage, other])
      await until('it uses its Redis', async () => {
        stage.advance(31 * 60);
        await types(stage, '700002', { appUrl });
        const readiness = await (await fetch(`${appUrl}/readyz`)).text();
        return !readiness.includes('degraded') && (await redis.keys()).some((key) => key.includes('700002'));
      });
    await types(stage, '700001');
    const message = stage.slack.say({ text: LINK });
    const deliver = (appUrl: string) => stage.slack.shareLinks({ appUrl, message, eventId: 'Ev0BOTH' });
    await done(stage, () => done(other, () => Promise.all([deliver(stage.appUrl), deliver(other.appUrl)])));
    expect(unfurled(stage)).toBe(1);
    onlyUnfurl(message);
  });
});

test('a message of our own with meeting links is not unfurled', async () => {
  const stage = await stageThatKnows();
  const { slack, appUrl } = stage;
  const message = slack.say({ text: LINK, userId: slack.identity.botUserId });
  await slack.shareLinks({ appUrl, message });
  await types(stage, 'help');
  expect(unfurled(stage)).toBe(0);
});

test('what the app posts asks Slack for no previews', async () => {
  const stage = await stageThatKnows();
  await shares(stage, '700001');
  expect(callsOf(stage, 'chat.postMessage')[0]?.args).toMatchObject({
    unfurl_links: 'false',
    unfurl_media: 'false',
  });
});
