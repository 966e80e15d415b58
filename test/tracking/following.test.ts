import { describe, expect, test } from 'vitest';
import { room } from '../../sandbox/conference/samples/rooms.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, followedMeeting, metric, questionsOf, showsSoon, threadOf } from '../support/following.ts';
import { callsOf, done, onlyUnfurl } from '../support/interactions.ts';
import { labelsIn, shownIn } from '../support/reading.ts';

/** 700012 begins ten minutes after the stage does, and lasts fifteen. */
const SOON = '700012';

describe('a card in a channel, shared or under a link, whose meeting', () => {
  test('is cancelled says so, offers no way in, and tells its thread', async () => {
    const { stage, card, preview } = await followedMeeting(SOON);
    changes(stage, SOON, { status: 0 });
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, en.phase.cancelled);
    await showsSoon(stage, () => onlyUnfurl(preview), en.phase.cancelled);
    expect([labelsIn(card), labelsIn(onlyUnfurl(preview))].flat()).not.toContain(en.join);
    const notes = await stage.slack.waitFor(() => {
      const both = [...threadOf(stage, card), ...threadOf(stage, preview)];
      return both.length === 2 && both;
    });
    for (const note of notes) expect(shownIn(note)).toContain(en.meetingCancelled);
    expect(stage.slack.violations).toEqual([]);
  });

  test('is moved shows the new time, and tells its thread the old and the new', async () => {
    const { stage, card, preview } = await followedMeeting(SOON);
    const startTime = stage.now() / 1000 + 90 * 60;
    changes(stage, SOON, { startTime, endTime: startTime + 900 });
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, '11:30');
    await showsSoon(stage, () => onlyUnfurl(preview), '11:30');
    const [note] = await stage.slack.waitFor(() => {
      const thread = threadOf(stage, card);
      return thread.length > 0 && thread;
    });
    expect(shownIn(note)).toContain(en.meetingMoved);
    expect(shownIn(note)).toMatch(/~.*10:10.*~/);
    expect(shownIn(note)).toContain('11:30');
  });

  test('starts and ends says so by the clock, loses its way in, and tells its thread nothing', async () => {
    const { stage, card, preview } = await followedMeeting(SOON);
    stage.advance(10 * 60);
    await showsSoon(stage, () => card, en.phase.live);
    await showsSoon(stage, () => onlyUnfurl(preview), en.phase.live);
    expect(labelsIn(card)).toContain(en.join);
    stage.advance(15 * 60);
    await showsSoon(stage, () => card, en.phase.ended, en.lasted(15 * 60));
    await showsSoon(stage, () => onlyUnfurl(preview), en.phase.ended);
    expect(labelsIn(card)).not.toContain(en.join);
    expect([...threadOf(stage, card), ...threadOf(stage, preview)]).toEqual([]);
  });

  test.each([
    ['has another title', { title: 'Town hall' }, 'Town hall'],
    ['has another host', { hostName: 'Grace Hopper' }, 'Grace Hopper'],
    ['gets a room', { houseList: [room(6601, 'Lotus')] }, 'Lotus'],
  ])('%s shows it', async (_what, changed, shown) => {
    const { stage, card } = await followedMeeting(SOON);
    changes(stage, SOON, changed);
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, shown);
    expect(threadOf(stage, card)).toEqual([]);
  });

  test('has another join link leads there', async () => {
    const { stage, card } = await followedMeeting(SOON);
    changes(stage, SOON, { attendeeJoinUrl: 'https://ntest.qsh1.cn/k/another' });
    stage.advance(5 * 60);
    await stage.slack.waitFor(() => JSON.stringify(card.blocks).includes('/k/another'));
  });

  test('runs over its end stays live while the vendor says so, with how many are in it', async () => {
    const { stage, card } = await followedMeeting(SOON);
    stage.conference.meetings.live.start(SOON, 12);
    stage.advance(10 * 60);
    await showsSoon(stage, () => card, en.phase.live, en.inMeeting(12));
    stage.advance(20 * 60);
    stage.conference.meetings.live.start(SOON, 7);
    await showsSoon(stage, () => card, en.phase.live, en.inMeeting(7));
    stage.conference.meetings.live.end(SOON);
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, en.phase.ended, en.lasted(25 * 60));
  });

  test('did not change is left alone, whatever the clock says', async () => {
    const { stage } = await followedMeeting('700002');
    for (let time = 1; time <= 5; time += 1) {
      const before = questionsOf(stage);
      await until('the vendor is asked', async () => {
        stage.advance(60);
        return questionsOf(stage) > before;
      });
    }
    expect(callsOf(stage, 'chat.update')).toEqual([]);
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(1);
  });
});

test('while the conference service does not answer, a card still ends by the clock', async () => {
  const { stage, card } = await followedMeeting(SOON);
  stage.advance(10 * 60);
  await showsSoon(stage, () => card, en.phase.live);
  stage.conference.fault({ kind: 'hang' });
  stage.advance(15 * 60);
  await showsSoon(stage, () => card, en.phase.ended);
  expect(labelsIn(card)).not.toContain(en.join);
  stage.conference.heal();
});

test('links of a known message that Slack sends again refresh its card, and it goes on following', async () => {
  const { stage, preview } = await followedMeeting(SOON);
  await done(stage, () => stage.slack.shareLinks({ appUrl: stage.appUrl, message: preview }));
  expect(await metric(stage, 'followed_cards')).toBe(2);
  changes(stage, SOON, { title: 'Town hall' });
  stage.advance(5 * 60);
  await showsSoon(stage, () => onlyUnfurl(preview), 'Town hall');
});
