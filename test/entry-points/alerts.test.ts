import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes } from '../support/following.ts';
import { asksForDetails, callsOf, choose, modalShown, press, topModal } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = { userId: 'U0LUCY' };
const DAY = 86_400;

/** Slack refuses every update of a view that has an alert. */
function refusesAlerts({ slack }: Stage): void {
  slack.refusedBlocks.add('alert');
}

const alertsIn = (stage: Stage) => topModal(stage, LUCY.userId).blocks.filter(({ type }) => type === 'alert');

describe('a modal says in an alert', () => {
  test('that the meeting was cancelled', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700003', LUCY);
    expect(alertsIn(stage)).toMatchObject([{ level: 'error', text: { text: en.meetingCancelled } }]);
    expect(stage.slack.violations).toEqual([]);
  });

  test('that the meeting was moved since it was opened', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', LUCY);
    expect(alertsIn(stage)).toEqual([]);
    const startTime = Math.floor(stage.now() / 1000) + 2 * DAY;
    changes(stage, '700002', { startTime, endTime: startTime + 600 });
    stage.advance(3600);
    await choose(stage, topModal(stage, LUCY.userId), 'refresh', LUCY);
    const [only] = alertsIn(stage);
    expect(only).toMatchObject({ level: 'warning' });
    expect(JSON.stringify(only)).toContain(en.meetingMoved);
    expect(JSON.stringify(only)).toContain('Tue, Dec 31, 2030 10:00 Shanghai');
  });

  test('that roles cannot be proven while the conference service is away', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', LUCY);
    stage.advance(3600);
    stage.conference.fault({ kind: 'http', status: 500 });
    await choose(stage, topModal(stage, LUCY.userId), 'refresh', LUCY);
    expect(alertsIn(stage)).toMatchObject([{ level: 'warning', text: { text: en.hiddenWhileStale } }]);
  });

  test('that the meeting whose *My access* is asked for was cancelled', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700003', LUCY);
    await press(stage, topModal(stage, LUCY.userId), 'meeting_access');
    expect(alertsIn(stage)).toMatchObject([{ level: 'error', text: { text: en.meetingCancelled } }]);
    expect(modalShown(stage, LUCY.userId)).toContain(en.onlyYou);
    expect(stage.slack.violations).toEqual([]);
  });

  test('that it was moved since the modal below *My access* was opened', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', LUCY);
    const startTime = Math.floor(stage.now() / 1000) + 2 * DAY;
    changes(stage, '700002', { startTime, endTime: startTime + 600 });
    stage.advance(3600);
    await press(stage, topModal(stage, LUCY.userId), 'meeting_access');
    const [only] = alertsIn(stage);
    expect(JSON.stringify(only)).toContain(en.meetingMoved);
    expect(JSON.stringify(only)).toContain('Tue, Dec 31, 2030 10:00 Shanghai');
  });

  test('that *My access* may lack something while the conference service is away', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', LUCY);
    stage.advance(3600);
    stage.conference.fault({ kind: 'http', status: 500 });
    await press(stage, topModal(stage, LUCY.userId), 'meeting_access');
    expect(alertsIn(stage)).toMatchObject([{ level: 'warning', text: { text: en.hiddenWhileStale } }]);
  });

  test('nothing in *My access* of an ordinary meeting, which opens before the conference service answers', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700001', LUCY);
    await press(stage, topModal(stage, LUCY.userId), 'meeting_access');
    expect(alertsIn(stage)).toEqual([]);
    expect(callsOf(stage, 'views.push')).toHaveLength(1);
    expect(JSON.stringify(callsOf(stage, 'views.push')[0]?.args)).toContain(en.lookingUp);
  });

  test('nothing of an ordinary meeting', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700001', LUCY);
    expect(alertsIn(stage)).toEqual([]);
  });
});

describe('where Slack takes no alert', () => {
  test('the modal is sent once more with a section, and no alert is tried for a day', async () => {
    const stage = await onStage();
    refusesAlerts(stage);
    await asksForDetails(stage, 'meeting 700003', LUCY);
    expect(modalShown(stage, LUCY.userId)).toContain(`:no_entry_sign: ${en.meetingCancelled}`);
    expect(callsOf(stage, 'views.update')).toHaveLength(2);
    expect(loggedEvents(stage, 'block-switched-off')).toHaveLength(1);
    stage.slack.stacks.clear();
    await asksForDetails(stage, 'meeting 700003', LUCY);
    expect(modalShown(stage, LUCY.userId)).toContain(en.meetingCancelled);
    expect(callsOf(stage, 'views.update')).toHaveLength(3);
    stage.slack.refusedBlocks.clear();
    stage.advance(DAY + 60);
    stage.slack.stacks.clear();
    await asksForDetails(stage, 'meeting 700003', LUCY);
    expect(alertsIn(stage)).toHaveLength(1);
  });

  test('another process of the workspace does not try one either', async () => {
    const redis = await onRedis();
    const env = { REDIS_URL: redis.url };
    const stage = await onStage({ env });
    const other = await stage.startApp(env);
    for (const appUrl of [stage.appUrl, other.appUrl])
      await until('it uses its Redis', async () => {
        stage.advance(2);
        await types(stage, '700001', { appUrl });
        return (await (await fetch(`${appUrl}/readyz`)).text()).includes('"status":"ok"');
      });
    refusesAlerts(stage);
    await asksForDetails(stage, 'meeting 700003', LUCY);
    stage.slack.stacks.clear();
    await asksForDetails({ ...stage, ...other }, 'meeting 700003', LUCY);
    expect(callsOf(stage, 'views.update')).toHaveLength(3);
  });

  test('a view that Slack refuses for another reason is not taken for the alert’s fault', async () => {
    const stage = await onStage();
    stage.slack.fault('views.update', { kind: 'error', error: 'invalid_arguments' });
    await asksForDetails(stage, 'meeting 700003', LUCY);
    expect(loggedEvents(stage, 'block-switched-off')).toEqual([]);
  });
});
