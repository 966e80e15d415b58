import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import {
  changes,
  followedMeeting,
  isAskedIn,
  metric,
  shares,
  showsSoon,
  threadOf,
} from '../support/following.ts';
import { callsOf, onlyUnfurl } from '../support/interactions.ts';
import { onStage, PLAIN } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn } from '../support/reading.ts';
import { asksToBeReminded, listedReminders, sentSoon, sentTo } from '../support/reminders.ts';

/** 700012 begins ten minutes after the stage does, and lasts fifteen; 700002 begins tomorrow. */
const SOON = '700012';
const TOMORROW = '700002';

describe('a card whose meeting the vendor does not know any more', () => {
  test('says so when the vendor says it twice, offers no way in, and tells its thread once', async () => {
    const { stage, card, preview } = await followedMeeting(SOON);
    stage.conference.meetings.remove(SOON);
    await isAskedIn(stage, 5 * 60);
    stage.advance(60);
    await showsSoon(stage, () => card, 'Stand-up', en.gone, en.goneWhy);
    await showsSoon(stage, () => onlyUnfurl(preview), 'Stand-up', en.gone);
    expect([labelsIn(card), labelsIn(onlyUnfurl(preview))].flat()).toEqual([]);
    expect(shownIn(card)).toMatch(/~.*10:10.*~/);
    await until('nothing is followed', async () => {
      stage.advance(60);
      return (await metric(stage, 'followed_meetings')) === 0;
    });
    const [note, ...others] = threadOf(stage, card);
    expect(shownIn(note)).toContain(en.meetingGone);
    expect(others).toEqual([]);
    expect(await metric(stage, 'followed_cards')).toBe(0);
    expect(stage.slack.violations).toEqual([]);
  });

  test('can still be removed by whoever shared it', async () => {
    const stage = await onStage();
    const card = await shares(stage, SOON);
    stage.conference.meetings.remove(SOON);
    await isAskedIn(stage, 5 * 60);
    stage.advance(60);
    await showsSoon(stage, () => card, en.gone);
    expect(optionsIn(card)).toEqual([expect.stringMatching(/^remove\//)]);
  });

  test('stays as it is where the vendor knows the meeting again when it is asked once more', async () => {
    const { stage } = await followedMeeting(TOMORROW);
    const meetings = stage.conference.meetings.byEventId(TOMORROW);
    for (let time = 1; time <= 2; time += 1) {
      stage.conference.meetings.remove(TOMORROW);
      await isAskedIn(stage, 30 * 60);
      stage.conference.meetings.put(...meetings);
      await isAskedIn(stage, 60);
    }
    expect(callsOf(stage, 'chat.update')).toEqual([]);
    expect(await metric(stage, 'followed_cards')).toBe(2);
  });

  test('ends without a note where the time of the meeting is over', async () => {
    const { stage, card } = await followedMeeting(SOON);
    stage.advance(10 * 60);
    await showsSoon(stage, () => card, en.phase.live);
    stage.conference.meetings.remove(SOON);
    await isAskedIn(stage, 15 * 60);
    stage.advance(60);
    await showsSoon(stage, () => card, en.phase.ended);
    expect(labelsIn(card)).toEqual([]);
    expect(threadOf(stage, card)).toEqual([]);
  });

  test('does not become that of another meeting whose conference number has the same digits', async () => {
    const { stage, card } = await followedMeeting(SOON);
    changes(stage, TOMORROW, { conferenceId: SOON });
    await shares(stage, TOMORROW);
    stage.conference.meetings.remove(SOON);
    await isAskedIn(stage, 5 * 60);
    stage.advance(60);
    await showsSoon(stage, () => card, 'Stand-up', en.gone);
  });
});

describe('a reminder of a meeting that the vendor does not know any more', () => {
  test('becomes “called off” when the vendor says it twice, once', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.conference.meetings.remove(TOMORROW);
    await isAskedIn(stage, 31 * 60);
    expect(sentTo(stage, PLAIN)).toEqual([]);
    stage.advance(60);
    const [message, ...others] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.meetingGone);
    expect(shownIn(message)).toContain(TOMORROW);
    expect(others).toEqual([]);
    await until('it is gone', async () => (await listedReminders(stage)) === '');
  });
});
