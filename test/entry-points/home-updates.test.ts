import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { findsAtHome, homeHidesSoon, homeShowsSoon, openedHome, publishedFor } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, types } from '../support/on-stage.ts';
import { asksToBeReminded, choosesReminder } from '../support/reminders.ts';
import { makesAdmin, setsForWorkspace } from '../support/settings.ts';
import { ANN, twoProcesses } from '../support/two-processes.ts';

const LUCY = 'U0LUCY';
const NAMED = '*Design review: search results* · meeting 700002';
const REMINDED = 'Design review: search results* · ';

describe('an open Home tab shows by itself', () => {
  test('the meeting that its person looked up', async () => {
    const stage = await onStage();
    await openedHome(stage, LUCY);
    await types(stage, '700002', { userId: LUCY });
    expect(await homeShowsSoon(stage, LUCY, NAMED)).not.toContain(en.nothingRecent);
    expect(stage.slack.violations).toEqual([]);
  });

  test('what was found in its own field', async () => {
    const stage = await onStage();
    await findsAtHome(stage, await openedHome(stage, LUCY), '700002');
    await homeShowsSoon(stage, LUCY, NAMED);
  });

  test('the reminder that its person set on a card, and no more once it is undone', async () => {
    const stage = await onStage();
    await openedHome(stage, LUCY);
    await asksToBeReminded(stage, '700002', 10, LUCY);
    await homeShowsSoon(stage, LUCY, en.yourReminders, REMINDED);
    await press(stage, lastEphemeral(stage), 'meeting_remind_undo', { userId: LUCY });
    await homeHidesSoon(stage, LUCY, en.yourReminders);
  });

  test('the reminder that was set in its own list, and no more once it is undone there', async () => {
    const stage = await onStage();
    const home = await openedHome(stage, 'U0HAN');
    await choosesReminder(stage, home, 10, 'U0HAN');
    await homeShowsSoon(stage, 'U0HAN', zh.yourReminders);
    await press(stage, home, 'meeting_remind_undo', { userId: 'U0HAN' });
    await homeHidesSoon(stage, 'U0HAN', zh.yourReminders);
  });

  test('what its admin set for the workspace', async () => {
    const stage = await onStage();
    makesAdmin(stage, LUCY);
    await types(stage, '700002', { userId: LUCY });
    await openedHome(stage, 'U0HAN');
    await types(stage, '700009', { userId: 'U0HAN' });
    await homeShowsSoon(stage, 'U0HAN', '700009');
    expect(await setsForWorkspace(stage, { visibility: 'invited' })).toContain(en.settingsSaved);
    await homeHidesSoon(stage, LUCY, NAMED);
  });

  test('what was done at another process', async () => {
    const { one, other } = await twoProcesses();
    await openedHome(one, ANN);
    await types(other, '700002', { userId: ANN });
    await homeShowsSoon(one, ANN, NAMED);
  });
});

describe('a Home tab is not published', () => {
  test('for somebody who never opened it', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, '700002', 10, LUCY);
    await stage.app.stop();
    expect(publishedFor(stage, LUCY)).toBe(0);
  });

  test('for somebody who opened it more than a day ago', async () => {
    const stage = await onStage();
    await openedHome(stage, LUCY);
    stage.advance(24 * 3600 + 1);
    await types(stage, '700002', { userId: LUCY });
    await stage.app.stop();
    expect(publishedFor(stage, LUCY)).toBe(1);
  });

  test('again where it shows the same already', async () => {
    const stage = await onStage();
    await types(stage, '700002', { userId: LUCY });
    await openedHome(stage, LUCY);
    await types(stage, '700002', { userId: LUCY });
    await stage.app.stop();
    expect(publishedFor(stage, LUCY)).toBe(1);
  });

  test('for anybody but the person who acted', async () => {
    const stage = await onStage();
    await openedHome(stage, LUCY);
    await openedHome(stage, 'U0HAN');
    await types(stage, '700002', { userId: 'U0HAN' });
    await stage.app.stop();
    expect([publishedFor(stage, LUCY), publishedFor(stage, 'U0HAN')]).toEqual([1, 2]);
  });
});

test('a press on a Home tab that is open for days makes it show by itself what is done', async () => {
  const stage = await onStage();
  const home = await openedHome(stage, LUCY);
  stage.advance(3 * 24 * 3600);
  await press(stage, home, 'meeting_home_refresh');
  await types(stage, '700002', { userId: LUCY });
  await homeShowsSoon(stage, LUCY, NAMED);
});

test('a Home tab that Slack limits is published when its person acts again, and nobody waits for it', async () => {
  const stage = await onStage();
  await openedHome(stage, LUCY);
  stage.slack.fault('views.publish', { kind: 'rate-limited', retryAfterSeconds: 20 }, 1);
  await types(stage, '700002', { userId: LUCY });
  await until('the log says so', async () => loggedEvents(stage, 'home-not-updated').length === 1);
  await types(stage, '700009', { userId: LUCY });
  await homeShowsSoon(stage, LUCY, NAMED, 'meeting 700009');
});

test('where Slack does not take the new Home tab, the answer is there all the same, and the log says so', async () => {
  const stage = await onStage();
  await openedHome(stage, LUCY);
  stage.slack.fault('views.publish', { kind: 'error', error: 'fatal_error' });
  expect((await types(stage, '700002', { userId: LUCY })).shown).toContain('Design review');
  await stage.app.stop();
  expect(loggedEvents(stage, 'home-not-updated')).toHaveLength(1);
  expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  expect(loggedEvents(stage, 'unhandled-rejection')).toEqual([]);
});
