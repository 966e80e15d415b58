import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from '../support/home.ts';
import { press } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, PLAIN } from '../support/on-stage.ts';
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

describe('a reminder', () => {
  test('comes so long before the start as it was asked for, as a direct message with the card and Join first', async () => {
    const stage = await onStage();
    expect(await asksToBeReminded(stage, TOMORROW, 10)).toContain(en.reminderSet(600));
    passUntil(stage, 11);
    await until('the app has looked', async () => loggedTries(stage) === 0 && (await isListed(stage)));
    expect(sentTo(stage, PLAIN)).toEqual([]);
    passUntil(stage, 10);
    const [message] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.reminderLead(600));
    expect(shownIn(message)).toContain('Design review: search results');
    expect(labelsIn(message)[0]).toBe(en.join);
    expect(stage.slack.violations).toEqual([]);
  });

  test('comes once, and is then listed no more', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 60);
    passUntil(stage, 60);
    await sentSoon(stage, PLAIN);
    await until('it is gone', async () => !(await isListed(stage)));
    passUntil(stage, 5);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });

  test('takes the place of the one that the same person has for the same occurrence', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 60);
    await asksToBeReminded(stage, TOMORROW, 5);
    expect(await listedReminders(stage)).toContain('5 minutes before');
    expect(await listedReminders(stage)).not.toContain('1 hour before');
    passUntil(stage, 5);
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
    passUntil(stage, 9);
    await looksOnce(stage);
    expect(sentTo(stage, PLAIN)).toEqual([]);
  });

  test('is not undone by somebody else who sends its name', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    await press(stage, lastEphemeral(stage), 'meeting_remind_undo', { userId: 'U0LUCY' });
    expect(await listedReminders(stage)).toContain('10 minutes before');
  });
});

const loggedTries = (stage: Stage): number => loggedEvents(stage, 'reminder-tried').length;
