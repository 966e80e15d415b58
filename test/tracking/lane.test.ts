import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { channel } from '../../sandbox/slack/state/channels.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, metric, pushes, shares } from '../support/following.ts';
import { callsOf } from '../support/interactions.ts';
import { loggedEvents, onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const SOON = '700012';
const SECRET = 'a-secret-of-the-vendor';
const rename = (stage: Stage, title: string): void => {
  changes(stage, SOON, { title });
  stage.advance(5 * 60);
};

test('500 cards of a cancelled meeting come before one that waited for a new title, each once, as fast as Slack allows', async () => {
  const stage = await onStage({
    env: { CONFERENCE_PUSH_SECRET: SECRET, LOOKUPS_PER_MINUTE: '10000' },
    tracking: { updatesPerMinute: 100_000 },
  });
  const { slack } = stage;
  const other = await shares(stage, '700001');
  const cards = await manyCards(stage, 500, 50);
  slack.limit('chat.update', 0);
  changes(stage, '700001', { title: 'Town hall' });
  stage.advance(5 * 60);
  const isTried = (ts: unknown) => callsOf(stage, 'chat.update').some(({ args }) => args.ts === ts);
  await until('its turn came', async () => isTried(other.ts));
  const waits = (): Promise<number> => metric(stage, 'lane_waits_total\\{reason="slack-limit"\\}');
  await until('the lane waits for Slack', async () => (await waits()) === 1);
  changes(stage, SOON, { status: 0 });
  await pushes(stage, SECRET, SOON);
  await until('the cancelled ones wait as well', async () => (await waits()) >= 2);
  expect(cards.some(({ ts }) => isTried(ts))).toBe(false);
  slack.limit('chat.update', 50);
  for (let minute = 1; minute <= 11; minute += 1) {
    const before = await waits();
    stage.advance(61);
    await until('the minute is used', async () => slack.updates.length === Math.min(501, 50 * minute));
    if (minute < 11)
      await until(
        'the lane waits for the next one',
        async () => (await waits()) > before && (await isQuiet(stage)),
      );
  }
  expect(cards.filter((card) => !shownIn(card).includes(en.phase.cancelled))).toEqual([]);
  expect(shownIn(other)).toContain('Town hall');
  expect(slack.updates.indexOf(other.ts)).toBe(500);
  expect(new Set(slack.updates).size).toBe(501);
  expect(slack.violations).toEqual([]);
}, 300_000);

/**
 * A check wakes the lane, so two of its runs may be at work, and what Slack tells one of them counts from the time at which it comes. Between two
 * cards a run makes its next call before the process has answered two other requests.
 */
async function isQuiet(stage: Stage): Promise<boolean> {
  const calls = callsOf(stage, 'chat.update').length;
  for (let nth = 0; nth < 2; nth += 1) await metric(stage, 'followed_cards');
  return (
    callsOf(stage, 'chat.update').length === calls && loggedEvents(stage, 'card-updated').length === calls
  );
}

test('updates beyond the app’s own limit wait, and are counted as waits', async () => {
  const stage = await onStage({ tracking: { updatesPerMinute: 2 } });
  const cards = await manyCards(stage, 3, 1);
  rename(stage, 'Town hall');
  const waits = 'meeting_cards_lane_waits_total{reason="own-limit"} 1';
  await until('the third waits', async () =>
    (await (await fetch(`${stage.appUrl}/metrics`)).text()).includes(waits),
  );
  expect(cards.filter((card) => shownIn(card).includes('Town hall'))).toHaveLength(2);
});

/** So many cards of one meeting, shared in so many channels. */
async function manyCards(stage: Stage, count: number, channels: number): Promise<readonly StoredMessage[]> {
  const { slack, appUrl } = stage;
  const ids = Array.from({ length: channels }, (_, nth) => `C0MANY${nth}`);
  for (const id of ids) slack.channels.set(id, channel({ id }));
  for (let nth = 0; nth < count; nth += 1) {
    const userId = `U0MANY${nth}`;
    slack.people.set(userId, person({ id: userId }));
    await slack.command({ appUrl, text: `share ${SOON}`, channelId: ids[nth % channels] ?? '', userId });
  }
  await until('all are followed', async () => (await metric(stage, 'followed_cards')) >= count);
  return ids.flatMap((id) => slack.channels.get(id)?.messages ?? []);
}
