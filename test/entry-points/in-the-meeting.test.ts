import { describe, expect, test } from 'vitest';
import { livePath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, dueWorkIsDone, linkOf, metric, shares, showsSoon } from '../support/following.ts';
import { asksForDetails, callsOf, choose, onlyUnfurl, paste, topModal } from '../support/interactions.ts';
import { loggedEvents, onStage, PLAIN, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

/** 700001 is live on the stage; 700012 begins in ten minutes, and 700004 ended yesterday. */
const LIVE = '700001';
const SOON = '700012';
const ENDED = '700004';

const asksForTheList = ({ conference }: Stage): number =>
  conference.questions.filter(({ path }) => path === livePath).length;

/** A stage whose app has the list of live meetings in its cache: twelve are in the meeting. */
async function withKnownList(digits = LIVE): Promise<Stage> {
  const stage = await onStage();
  stage.conference.meetings.live.start(digits, 12);
  await types(stage, digits);
  await until('the list is there', async () => asksForTheList(stage) === 1);
  const asked = stage.conference.questions.length;
  await until('all is answered', async () => loggedEvents(stage, 'endpoint-answered').length >= asked);
  // What follows the answer in memory is done when the same process has answered another request.
  await metric(stage, 'followed_cards');
  return stage;
}

describe('how many are in a live meeting', () => {
  test('stands on the answer to a command where the list of live meetings is known, and costs no other question', async () => {
    const stage = await withKnownList();
    expect((await types(stage, LIVE)).shown).toContain(en.inMeeting(12));
    expect(asksForTheList(stage)).toBe(1);
  });

  test('stands on a shared card and under a pasted link as they are posted, and the tracker has nothing to change', async () => {
    const stage = await withKnownList();
    const card = await shares(stage, LIVE);
    const preview = await paste(stage, linkOf(LIVE));
    expect(shownIn(card)).toContain(en.inMeeting(12));
    expect(shownIn(onlyUnfurl(preview))).toContain(en.inMeeting(12));
    stage.advance(5 * 60);
    await until('the list is read again', async () => asksForTheList(stage) > 1);
    await dueWorkIsDone(stage);
    expect(callsOf(stage, 'chat.update')).toEqual([]);
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(1);
  });

  test('stands on the card that the menu of a message opens', async () => {
    const stage = await withKnownList();
    await asksForDetails(stage, `meeting ${linkOf(LIVE)}`, { userId: PLAIN });
    expect(shownIn(topModal(stage, PLAIN))).toContain(en.inMeeting(12));
  });

  test('is not waited for: a card comes without it while the list does not', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '20000' } });
    stage.conference.fault({ kind: 'hang' }, undefined, livePath);
    const { shown } = await types(stage, LIVE);
    expect(shown).toContain(en.phase.live);
    expect(shown).not.toContain('in the meeting');
    expect(asksForTheList(stage)).toBe(1);
    stage.conference.heal();
  });

  test('is not asked for where the meeting cannot run', async () => {
    const stage = await onStage();
    await types(stage, ENDED);
    await types(stage, '700002');
    expect(asksForTheList(stage)).toBe(0);
  });

  test('makes a meeting live that began early', async () => {
    const stage = await withKnownList(SOON);
    const { shown } = await types(stage, SOON);
    expect(shown).toContain(en.phase.live);
    expect(shown).toContain(en.inMeeting(12));
  });
});

describe('Refresh on a card in a channel', () => {
  test('asks how many are in the meeting now', async () => {
    const stage = await withKnownList();
    const card = await shares(stage, LIVE);
    stage.conference.meetings.live.start(LIVE, 7);
    stage.advance(31);
    await choose(stage, card, 'refresh', { userId: PLAIN });
    expect(shownIn(card)).toContain(en.inMeeting(7));
  });

  test('keeps the number that is known where the list cannot be read', async () => {
    const stage = await withKnownList();
    const card = await shares(stage, LIVE);
    stage.conference.fault({ kind: 'http', status: 500 }, undefined, livePath);
    stage.advance(61);
    await choose(stage, card, 'refresh', { userId: PLAIN });
    expect(shownIn(card)).toContain(en.inMeeting(12));
    stage.conference.heal();
  });

  test('keeps that a meeting ended before its planned end', async () => {
    const stage = await onStage();
    const card = await shares(stage, SOON);
    stage.advance(10 * 60);
    await showsSoon(stage, () => card, en.phase.live);
    changes(stage, SOON, { status: 4 });
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, en.phase.ended, en.lasted(5 * 60));
    await choose(stage, card, 'refresh', { userId: PLAIN });
    expect(shownIn(card)).toContain(en.lasted(5 * 60));
  });

  test('stays with the occurrence that the card is about', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700006');
    stage.advance(2 * 24 * 60 * 60 + 60 * 60);
    await showsSoon(stage, () => card, en.phase.ended, en.nextOn);
    await choose(stage, card, 'refresh', { userId: PLAIN });
    expect(shownIn(card)).toContain(en.phase.ended);
    expect(shownIn(card)).toContain(en.nextOn);
  });
});
