import { describe, expect, test } from 'vitest';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { choose, modalShown, press } from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import { optionsIn, shownIn } from '../support/reading.ts';
import { asksToBeReminded, choosesReminder, listedReminders, sentSoon } from '../support/reminders.ts';

/** 700002 begins tomorrow at ten in Shanghai, a day after the stage does. */
const TOMORROW = '700002';
const DAY = 24 * 60 * 60;
const MINUTE = 60;

describe('Remind me', () => {
  test('whose time has passed since the card was shown says so', async () => {
    const stage = await onStage();
    await types(stage, '700012');
    const card = lastEphemeral(stage);
    await choose(stage, card, 'remind');
    stage.advance(6 * MINUTE);
    await press(stage, lastEphemeral(stage), 'meeting_remind_5');
    expect(shownIn(lastEphemeral(stage))).toContain(en.tooLateToRemind);
    expect(await listedReminders(stage)).toBe('');
  });

  test('is not offered once all times have passed', async () => {
    const stage = await onStage();
    await types(stage, '700012');
    const card = lastEphemeral(stage);
    stage.advance(6 * MINUTE);
    await choose(stage, card, 'remind');
    expect(shownIn(lastEphemeral(stage))).toBe(en.tooLateToRemind);
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
