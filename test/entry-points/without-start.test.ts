import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { toJson, type WireMeeting, type WireValue } from '../../sandbox/conference/wire.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, shares } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { choose, modalShown, onlyUnfurl, paste, press } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn, spokenIn } from '../support/reading.ts';
import type { Stage, StageOptions } from '../support/stage.ts';

const HOST = { userId: 'U0ZED' };

/** A stage on which 700001 has a start that cannot be read. */
async function stageWithout(startTime: WireValue, options: StageOptions = {}): Promise<Stage> {
  const stage = await onStage(options);
  stage.slack.people.set(HOST.userId, person({ id: HOST.userId, email: 'meimei.han@example.com' }));
  stage.conference.meetings.put(meeting({ startTime, status: 1 }));
  return stage;
}

const listBody = (result: readonly WireMeeting[]): string => toJson({ status: 0, result });

describe('a meeting whose start cannot be read', () => {
  test.each([
    ['is null', null],
    ['is 0', 0],
    ['is words', 'next Tuesday'],
    ['is empty', ''],
  ])('since it %s has a card that says so', async (_how, startTime) => {
    const stage = await stageWithout(startTime);
    const { shown, spoken, answer } = await types(stage, '700001');
    expect(shown).toContain('Quarterly review');
    expect(shown).toContain(`*${en.scheduled}* · video meeting`);
    expect(shown).toContain(`*${en.when}*\n${en.timeNotGiven}`);
    expect(shown).not.toContain(en.yourTime);
    expect(spoken).toContain(en.timeNotGiven);
    expect(labelsIn(answer.body)).toEqual(['Join', 'Join in browser', 'My access', 'Share to channel']);
    expect(stage.slack.violations).toEqual([]);
  });

  test('offers neither a reminder nor a calendar file', async () => {
    const stage = await stageWithout(null);
    const { answer } = await types(stage, '700001');
    expect(optionsIn(answer.body)).toEqual(['people/700001/', 'refresh/700001/']);
  });

  test('is told to have no time to somebody who asks for a reminder on an older card', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    const card = lastEphemeral(stage);
    await choose(stage, card, 'remind');
    changes(stage, '700002', { startTime: null });
    stage.advance(3600);
    await press(stage, lastEphemeral(stage), 'meeting_remind_10');
    expect(shownIn(lastEphemeral(stage))).toContain(en.needsTime);
    await choose(stage, card, 'calendar');
    expect(shownIn(lastEphemeral(stage))).toContain(en.needsTime);
    expect(stage.slack.files.size).toBe(0);
  });

  test('has its people, and can be refreshed', async () => {
    const stage = await stageWithout(null);
    await types(stage, '700001');
    await choose(stage, lastEphemeral(stage), 'refresh');
    await choose(stage, lastEphemeral(stage), 'people');
    expect(modalShown(stage, 'U0PLAIN')).toContain('people');
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });

  test('has a preview', async () => {
    const stage = await stageWithout(null);
    await types(stage, '700001');
    const unfurl = onlyUnfurl(await paste(stage, 'https://ntest.qsh1.cn/k/att700001'));
    expect(shownIn(unfurl)).toContain(`${en.scheduled}\n${en.timeNotGiven}\n`);
    expect(stage.slack.violations).toEqual([]);
  });

  test('stands last in the agenda of the Home tab and of today', async () => {
    const stage = await stageWithout(null);
    // The sample service lists by the clock, so a list is given whole.
    const today = Math.floor(stage.now() / 1000) + 3600;
    const timely = meeting({
      eventId: 700_020,
      title: 'Timely',
      startTime: today,
      endTime: today + 600,
      status: 1,
    });
    const result = [meeting({ startTime: null, status: 1 }), timely];
    stage.conference.fault({ kind: 'raw', body: listBody(result) }, Number.POSITIVE_INFINITY, listPath);
    const home = shownIn(await openedHome(stage, HOST.userId));
    expect(home.indexOf('Timely')).toBeLessThan(home.indexOf(`*${en.timeNotGiven}*`));
    expect(home.indexOf(`*${en.timeNotGiven}*`)).toBeLessThan(home.indexOf('Quarterly review'));
    const { shown } = await types(stage, 'today', HOST);
    expect(shown.indexOf('Timely')).toBeLessThan(shown.indexOf('Quarterly review'));
    expect(stage.slack.violations).toEqual([]);
  });

  test('is found by words', async () => {
    const stage = await stageWithout(null);
    const result = [meeting({ startTime: null, status: 1 })];
    stage.conference.fault({ kind: 'raw', body: listBody(result) }, Number.POSITIVE_INFINITY, listPath);
    expect((await types(stage, 'quarterly', HOST)).shown).toContain(`${en.scheduled}\n${en.timeNotGiven}`);
  });
});

describe('a card in a channel', () => {
  test('of a meeting without a start follows it, and shows the start once it is given', async () => {
    const stage = await stageWithout(null, { env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700001', HOST);
    expect(shownIn(card)).toContain(en.timeNotGiven);
    changes(stage, '700001', { startTime: 1_925_000_000, endTime: 1_925_003_600 });
    stage.advance(120);
    await stage.slack.waitFor(() => !shownIn(card).includes(en.timeNotGiven));
    expect(shownIn(card)).toContain('Wed, Jan 1, 2031');
    expect(stage.slack.violations).toEqual([]);
  });

  test('of a meeting whose start is given no more says so, and nobody is told that it moved', async () => {
    const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700002', { userId: 'U0LUCY' });
    changes(stage, '700002', { startTime: null });
    stage.advance(120);
    await stage.slack.waitFor(() => shownIn(card).includes(en.timeNotGiven));
    expect(spokenIn(card)).toContain(en.scheduled);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([card]);
  });

  test('of such a meeting that is cancelled says that', async () => {
    const stage = await stageWithout(null, { env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700001', HOST);
    changes(stage, '700001', { status: 0 });
    stage.advance(120);
    await stage.slack.waitFor(() => shownIn(card).includes(en.phase.cancelled));
    expect(stage.slack.violations).toEqual([]);
  });
});
