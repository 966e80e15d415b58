import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { done, modalShown, press } from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn } from '../support/reading.ts';
import {
  asksToBeReminded,
  choosesReminder,
  listedReminders,
  sentSoon,
  sentTo,
} from '../support/reminders.ts';
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

describe('Remind me', () => {
  test('whose time has passed since the card was shown says so', async () => {
    const stage = await onStage();
    await types(stage, '700012');
    const card = lastEphemeral(stage);
    stage.advance(6 * MINUTE);
    await choosesReminder(stage, card, 5);
    expect(shownIn(lastEphemeral(stage))).toContain(en.tooLateToRemind);
    expect(await listedReminders(stage)).toBe('');
  });

  test('of a meeting that was cancelled since then says so', async () => {
    const stage = await onStage();
    await types(stage, TOMORROW);
    const card = lastEphemeral(stage);
    changes(stage, TOMORROW, { status: 0 });
    stage.advance(60 * MINUTE);
    await choosesReminder(stage, card, 5);
    expect(shownIn(lastEphemeral(stage))).toContain(en.calledOff);
  });

  test('on the Home tab reminds of the very occurrence that stands there', async () => {
    const stage = await onStage();
    stage.slack.people.set('U0ZED', person({ id: 'U0ZED', email: 'meimei.han@example.com' }));
    const home = await openedHome(stage, 'U0ZED');
    const option = optionsIn(home).find((value) => value.startsWith('remind-10/'));
    if (option === undefined) throw new Error('Home offers no reminder.');
    const [, digits = '', start = ''] = option.split('/');
    await press(stage, home, 'meeting_more', { option, userId: 'U0ZED' });
    expect(modalShown(stage, 'U0ZED')).toContain(en.reminderSet(600));
    expect(await listedReminders(stage, 'U0ZED')).toContain(`<!date^${start}^`);
    stage.advance(Number(start) - 600 - stage.now() / 1000);
    const [message] = await sentSoon(stage, 'U0ZED');
    expect(shownIn(message)).toContain(en.meetingNumber(digits));
  });

  test('of an occurrence of a series leaves the others alone', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, '700006', 10);
    stage.advance(2 * DAY - 40 * MINUTE);
    await sentSoon(stage, PLAIN);
    stage.advance(41 * MINUTE);
    await asksToBeReminded(stage, '700006', 10);
    const [, next] = (await listedReminders(stage)).split('<!date^');
    expect(Number(next?.split('^')[0])).toBeGreaterThan(stage.now() / 1000 + 5 * DAY);
  });

  test('says when a person has as many reminders as one may have', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '100000' } });
    const [sample] = stage.conference.meetings.byEventId(TOMORROW);
    for (let nth = 0; nth < 51; nth += 1) {
      stage.conference.meetings.put({ ...sample, eventId: 710_000 + nth });
      const told = await asksToBeReminded(stage, String(710_000 + nth), 10);
      expect(told).toContain(nth < 50 ? en.reminderSet(600) : en.tooManyReminders(50));
    }
  });

  test('of a meeting that is more than a year away says so', async () => {
    const stage = await onStage();
    const far = stage.now() / 1000 + 366 * DAY;
    changes(stage, TOMORROW, { startTime: far, endTime: far + 900 });
    expect(await asksToBeReminded(stage, TOMORROW, 10)).toContain(en.tooFarToRemind);
  });
});

test('once the app is uninstalled, nobody is reminded', async () => {
  const stage = await onStage();
  await asksToBeReminded(stage, TOMORROW, 10);
  await done(stage, () => stage.slack.event({ appUrl: stage.appUrl, event: { type: 'app_uninstalled' } }));
  expect(await listedReminders(stage)).toBe('');
  until10(stage, 5);
  await looksOnce(stage);
  expect(sentTo(stage, PLAIN)).toEqual([]);
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
