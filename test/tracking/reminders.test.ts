import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import { asksToBeReminded, listedReminders, sentSoon, sentTo } from '../support/reminders.ts';
import type { Stage } from '../support/stage.ts';

/** 700002 begins tomorrow at ten in Shanghai, a day after the stage does, and lasts 45 minutes. */
const TOMORROW = '700002';
const DAY = 24 * 60 * 60;
const MINUTE = 60;

/** Lets time pass until so long before the start of 700002 as the stage knows it first. */
const until10 = (stage: Stage, minutesBefore: number): void =>
  stage.advance(Date.UTC(2030, 11, 31, 2) / 1000 - minutesBefore * MINUTE - stage.now() / 1000);

/** Half an hour passes; resolves when the app has looked at the reminders of a meeting in it. */
async function looked(stage: Stage): Promise<void> {
  const asked = stage.conference.questions.length;
  stage.advance(31 * MINUTE);
  await stage.conference.waitForQuestions(asked + 1);
}

describe('a reminder', () => {
  test('comes so long before the start as it was asked for, as a direct message with the card and Join first', async () => {
    const stage = await onStage();
    expect(await asksToBeReminded(stage, TOMORROW, 10)).toContain(en.reminderSet(600));
    until10(stage, 11);
    await until('the app has looked', async () => loggedTries(stage) === 0 && (await listed(stage)));
    expect(sentTo(stage, PLAIN)).toEqual([]);
    until10(stage, 10);
    const [message] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.reminderLead(600));
    expect(shownIn(message)).toContain('Design review: search results');
    expect(labelsIn(message)[0]).toBe(en.join);
    expect(stage.slack.violations).toEqual([]);
  });

  test('comes once, and is then listed no more', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 60);
    until10(stage, 60);
    await sentSoon(stage, PLAIN);
    await until('it is gone', async () => !(await listed(stage)));
    until10(stage, 5);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });

  test('takes the place of the one that the same person has for the same occurrence', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 60);
    await asksToBeReminded(stage, TOMORROW, 5);
    expect(await listedReminders(stage)).toContain('5 minutes before');
    expect(await listedReminders(stage)).not.toContain('1 hour before');
    until10(stage, 5);
    const [message, ...others] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.reminderLead(300));
    expect(others).toEqual([]);
  });

  test.each(['the message that said that it was set', 'the Home tab'])('is undone in %s', async (where) => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    const surface = where === 'the Home tab' ? await openedHome(stage, PLAIN) : lastEphemeral(stage);
    await press(stage, surface, 'meeting_remind_undo', { userId: PLAIN });
    expect(await listedReminders(stage)).toBe('');
    if (where !== 'the Home tab') expect(shownIn(lastEphemeral(stage))).toContain(en.reminderUndone);
    until10(stage, 9);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toEqual([]);
  });

  test('is not undone by somebody else who sends its name', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    await press(stage, lastEphemeral(stage), 'meeting_remind_undo', { userId: 'U0LUCY' });
    expect(await listedReminders(stage)).toContain('10 minutes before');
  });

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
    until10(stage, 9);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toEqual([]);
    until10(stage, -170);
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
    until10(stage, 10);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });

  test('of a meeting that is over when it can be sent is dropped', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.advance(2 * DAY);
    await until('it is gone', async () => !(await listed(stage)));
    expect(sentTo(stage, PLAIN)).toEqual([]);
    expect(await tried(stage, 'too-late')).toBe(1);
  });

  test('shows what the person may see as it is sent, and nothing more', async () => {
    const stage = await onStage();
    changes(stage, TOMORROW, { attendeePassword: '90210' });
    await asksToBeReminded(stage, TOMORROW, 10);
    await asksToBeReminded(stage, TOMORROW, 10, 'U0LUCY');
    until10(stage, 10);
    const [[plain], [lucy]] = await Promise.all([sentSoon(stage, PLAIN), sentSoon(stage, 'U0LUCY')]);
    expect(JSON.stringify(plain?.blocks)).not.toContain(en.attendeePassword);
    expect(JSON.stringify(lucy?.blocks)).toContain(en.attendeePassword);
  });
});

const listed = async (stage: Stage): Promise<boolean> => (await listedReminders(stage)) !== '';

const loggedTries = ({ logged }: Stage): number => logged().split('"event":"reminder-tried"').length - 1;

/** How many reminders ended so, by the metric. */
async function tried({ appUrl }: Stage, outcome: string): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const line = new RegExp(
    `^meeting_cards_reminders_total\\{kind="reminder",outcome="${outcome}"\\} (\\S+)$`,
    'm',
  );
  return Number(line.exec(text)?.[1]);
}

/** Another person is reminded of another meeting: whatever was due before has been looked at then. */
async function looksOnce(stage: Stage): Promise<void> {
  const start = stage.now() / 1000 + 3600;
  const [sample] = stage.conference.meetings.byEventId(TOMORROW);
  stage.conference.meetings.put({
    ...sample,
    eventId: 799_999,
    status: 1,
    startTime: start,
    endTime: start + 60,
  });
  await asksToBeReminded(stage, '799999', 60 - 30, 'U0LI');
  stage.advance(30 * MINUTE);
  await sentSoon(stage, 'U0LI');
}
