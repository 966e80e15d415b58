import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { changes, metric, questionsOf, shares, showsSoon } from '../support/following.ts';
import { callsOf, done, paste } from '../support/interactions.ts';
import { loggedEvents, onStage, PLAIN } from '../support/on-stage.ts';
import { asksToBeReminded, listedReminders, sentTo } from '../support/reminders.ts';
import { onSharedRedis } from '../support/shared-redis.ts';
import type { Stage } from '../support/stage.ts';

/** 700012 begins ten minutes after the stage does; 700002 tomorrow. */
const SOON = '700012';
const TOMORROW = '700002';

const uninstalls = (stage: Stage): Promise<unknown> =>
  done(stage, () => stage.slack.event({ appUrl: stage.appUrl, event: { type: 'app_uninstalled' } }));

describe('once the app is uninstalled', () => {
  test('cards change no more, and nobody is reminded', async () => {
    const stage = await onStage();
    await shares(stage, SOON);
    await paste(stage, 'https://ntest.qsh1.cn/k/att700002');
    await asksToBeReminded(stage, TOMORROW, 10);
    await uninstalls(stage);
    expect(await metric(stage, 'followed_cards')).toBe(0);
    expect(await metric(stage, 'followed_meetings')).toBe(0);
    expect(await listedReminders(stage)).toBe('');
    const asked = questionsOf(stage);
    const posted = callsOf(stage, 'chat.postMessage').length;
    changes(stage, SOON, { status: 0 });
    changes(stage, TOMORROW, { status: 0 });
    stage.advance(24 * 60 * 60);
    await looksForWhatIsDue(stage);
    expect(questionsOf(stage)).toBe(asked + 2);
    expect(callsOf(stage, 'chat.update')).toHaveLength(1);
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(posted + 1);
    expect(sentTo(stage, PLAIN)).toEqual([]);
  });

  test('a card that waits for its turn in the lane is not updated', async () => {
    const stage = await onStage();
    await shares(stage, SOON);
    stage.slack.fault('chat.update', { kind: 'rate-limited', retryAfterSeconds: 30 }, 1);
    changes(stage, SOON, { title: 'Town hall' });
    stage.advance(5 * 60);
    const waits = 'lane_waits_total\\{reason="slack-limit"\\}';
    await until('it waits', async () => (await metric(stage, waits)) > 0);
    await uninstalls(stage);
    await looksForWhatIsDue(stage);
    expect(callsOf(stage, 'chat.update')).toHaveLength(2);
  });

  test('nothing of cards and reminders stays in the durable storage', async () => {
    const { redis, stage } = await onSharedRedis();
    await shares(stage, SOON);
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.slack.fault('chat.update', { kind: 'rate-limited', retryAfterSeconds: 1800 }, 1);
    changes(stage, SOON, { title: 'Town hall' });
    stage.advance(5 * 60);
    await until('a card waits', async () => loggedEvents(stage, 'card-updated').length > 0);
    const kept = async (): Promise<readonly string[]> =>
      (await redis.keys()).filter((key) => /:tracked:|:reminders|:lane|:due:/.test(key));
    expect((await kept()).length).toBeGreaterThan(6);
    await uninstalls(stage);
    expect(await kept()).toEqual([]);
  });

  test('a card that waits in memory for the durable storage is not followed when that is back', async () => {
    const { redis, stage } = await onSharedRedis({ storage: 'hangs' });
    await redis.freeze();
    await shares(stage, SOON);
    await until('it waits', async () => loggedEvents(stage, 'card-not-followed').length > 0);
    await redis.thaw();
    await uninstalls(stage);
    expect(await metric(stage, 'followed_cards')).toBe(0);
  });
});

/** A card that is shared after that is updated: whatever was due before has been looked at then. */
async function looksForWhatIsDue(stage: Stage): Promise<void> {
  const start = stage.now() / 1000 + 3600;
  const [sample] = stage.conference.meetings.byEventId(TOMORROW);
  const other = { ...sample, eventId: 799_999, status: 1, startTime: start, endTime: start + 60 };
  stage.conference.meetings.put(other);
  const card = await shares(stage, '799999', { userId: 'U0LI' });
  stage.conference.meetings.put({ ...other, title: 'Another' });
  stage.advance(5 * 60);
  await showsSoon(stage, () => card, 'Another');
}
