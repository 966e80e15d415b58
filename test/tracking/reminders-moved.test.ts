import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes } from '../support/following.ts';
import { onStage, PLAIN } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import {
  asksToBeReminded,
  isListed,
  listedReminders,
  looksOnce,
  passUntil,
  sentSoon,
  sentTo,
  TOMORROW,
} from '../support/reminders.ts';
import type { Stage } from '../support/stage.ts';

const DAY = 24 * 60 * 60;
const MINUTE = 60;

/** Half an hour passes; resolves when the app has looked at the reminders of a meeting in it. */
async function looked(stage: Stage): Promise<void> {
  const asked = stage.conference.questions.length;
  stage.advance(31 * MINUTE);
  await stage.conference.waitForQuestions(asked + 1);
}

describe('a reminder', () => {
  test('moves with its meeting to a later time, and stays one though it is asked for again', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    const later = Date.UTC(2030, 11, 31, 5) / 1000;
    changes(stage, TOMORROW, { startTime: later, endTime: later + 900 });
    await looked(stage);
    await until('it is listed at its new time', async () =>
      (await listedReminders(stage)).includes(`<!date^${later}^`),
    );
    await asksToBeReminded(stage, TOMORROW, 10);
    passUntil(stage, 9);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toEqual([]);
    passUntil(stage, -170);
    expect(await sentSoon(stage, PLAIN)).toHaveLength(1);
  });

  test('comes at once if its meeting was moved to begin before it would have come', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 60);
    const soon = stage.now() / 1000 + 61 * MINUTE;
    changes(stage, TOMORROW, { startTime: soon, endTime: soon + 900 });
    stage.advance(31 * MINUTE);
    const [message] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.reminderLead(30 * MINUTE));
  });

  test('of a meeting that is cancelled becomes “called off”, once', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    changes(stage, TOMORROW, { status: 0 });
    stage.advance(31 * MINUTE);
    const [message] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.calledOff);
    expect(labelsIn(message)).toEqual([]);
    passUntil(stage, 10);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });

  test('of a meeting that is over when it can be sent is dropped', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.advance(2 * DAY);
    await until('it is gone', async () => !(await isListed(stage)));
    expect(sentTo(stage, PLAIN)).toEqual([]);
    expect(await tried(stage, 'too-late')).toBe(1);
  });

  test('shows what the person may see as it is sent, and nothing more', async () => {
    const stage = await onStage();
    changes(stage, TOMORROW, { attendeePassword: '90210' });
    await asksToBeReminded(stage, TOMORROW, 10);
    await asksToBeReminded(stage, TOMORROW, 10, 'U0LUCY');
    passUntil(stage, 10);
    const [[plain], [lucy]] = await Promise.all([sentSoon(stage, PLAIN), sentSoon(stage, 'U0LUCY')]);
    expect(JSON.stringify(plain?.blocks)).not.toContain(en.attendeePassword);
    expect(JSON.stringify(lucy?.blocks)).toContain(en.attendeePassword);
  });
});

/** How many reminders ended so, by the metric. */
async function tried({ appUrl }: Stage, outcome: string): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const line = new RegExp(
    `^meeting_cards_reminders_total\\{kind="reminder",outcome="${outcome}"\\} (\\S+)$`,
    'm',
  );
  return Number(line.exec(text)?.[1]);
}
