import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { stranger } from '../../sandbox/conference/samples/people.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { findsAtHome, openedHome } from '../support/home.ts';
import { done, modalShown, press, topModal } from '../support/interactions.ts';
import { asked, lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import { buttonsIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

/** Somebody who is proven to be the host of the sample meetings. */
const HOST = { userId: 'U0ZED' };
const DAY = 86_400;
const HOUR = 3600;

async function stageWithHost(env: Readonly<Record<string, string>> = {}, locale = 'en-US'): Promise<Stage> {
  const stage = await onStage({ env });
  const email = 'meimei.han@example.com';
  stage.slack.people.set(HOST.userId, person({ id: HOST.userId, email, locale }));
  return stage;
}

/** A meeting of the host's that starts so many seconds from now. */
function put(stage: Stage, serial: number, title: string, startsIn: number, over = {}): void {
  const startTime = Math.floor(stage.now() / 1000) + startsIn;
  stage.conference.meetings.put(
    plainMeeting(serial, { title, startTime, endTime: startTime + 1800, status: 1, ...over }),
  );
}

describe('/meeting with words', () => {
  test('finds the person’s own meeting by its title, with Details beside it', async () => {
    const stage = await stageWithHost();
    const { shown, answer } = await types(stage, 'design', HOST);
    expect(shown).toContain(`*${en.yourMeetingsWith}* design`);
    expect(shown).toContain('*Design review: search results*');
    expect(shown).not.toContain('Quarterly review');
    expect(answer.body).toMatchObject({ response_type: 'ephemeral' });
    expect(stage.slack.violations).toEqual([]);
  });

  test('leads from what it found to the card', async () => {
    const stage = await stageWithHost();
    await types(stage, 'design', HOST);
    await press(stage, lastEphemeral(stage), 'meeting_details', HOST);
    expect(modalShown(stage, HOST.userId)).toContain('Design review: search results');
  });

  test('offers five at most, and counts the others', async () => {
    const stage = await stageWithHost();
    for (let nth = 0; nth < 7; nth += 1) put(stage, 810_000 + nth, `Budget ${nth}`, (nth + 1) * HOUR);
    const { shown, answer } = await types(stage, 'budget', HOST);
    expect(shown.match(/\*Budget \d\*/g)).toEqual(['0', '1', '2', '3', '4'].map((nth) => `*Budget ${nth}*`));
    expect(shown).toContain(en.more(2));
    expect(JSON.stringify(answer.body).match(/"meeting_details"/g)).toHaveLength(5);
  });

  test.each([
    ['six days ago', -6 * DAY, true],
    ['eight days ago', -8 * DAY, false],
    ['in thirteen days', 13 * DAY, true],
    ['in fifteen days', 15 * DAY, false],
  ])('finds a meeting %s: %j', async (_when, startsIn, isFound) => {
    const stage = await stageWithHost();
    put(stage, 810_000, 'Budget', startsIn);
    const { shown } = await types(stage, 'budget', HOST);
    expect(shown.includes('*Budget*')).toBe(isFound);
  });

  test('says so where no meeting has them, and what else can be typed', async () => {
    const stage = await stageWithHost();
    const { shown } = await types(stage, 'no such thing', HOST);
    expect(shown).toContain(`*${en.noneWithWords}* no such thing`);
    expect(shown).toContain(en.searchedSpan);
    expect(shown).toContain('`/meeting 649128`');
  });

  test('answers a reader of Chinese in Chinese', async () => {
    const stage = await stageWithHost({}, 'zh-CN');
    const { shown } = await types(stage, '季度', HOST);
    expect(shown).toContain(`*${zh.yourMeetingsWith}* 季度`);
    expect(shown).toContain('季度评审 · Quarterly review');
  });

  test('shows what was typed as text', async () => {
    const stage = await stageWithHost();
    const { answer } = await types(stage, 'budget *now* &lt;!channel&gt;', HOST);
    expect(answer.text).not.toContain('<!channel>');
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('nothing of other people’s meetings is found by words', () => {
  test('by somebody who is invited to none', async () => {
    const stage = await stageWithHost();
    await types(stage, '700002', HOST);
    const { shown } = await types(stage, 'design', { userId: 'U0POLLY' });
    expect(shown).toContain(en.noneWithWords);
    expect(shown).not.toContain('Design review');
    const [list] = stage.conference.questions.filter(({ path }) => path === listPath);
    expect(String(list?.rawBody)).toContain(String(stranger.userId));
  });

  test('by somebody of whom it is not proven who they are, who is told why', async () => {
    const stage = await stageWithHost();
    await types(stage, '700002', HOST);
    const { shown } = await types(stage, 'design', { userId: PLAIN });
    expect(shown).toContain(en.noReference.words);
    expect(shown).toContain(en.searchNeedsAccount(en.unproven['no-email']));
    expect(shown).not.toContain('Design review');
    expect(stage.conference.questions.filter(({ path }) => path === listPath)).toEqual([]);
  });
});

describe('the search has limits:', () => {
  test('different words within a minute cost the service one question', async () => {
    const stage = await stageWithHost();
    for (const text of ['design', 'quarterly', 'nothing']) await types(stage, text, HOST);
    expect(stage.conference.questions.filter(({ path }) => path === listPath)).toHaveLength(1);
    expect(asked(stage).filter((body) => body.includes('eventId'))).toEqual([]);
  });

  test('a search counts as a lookup', async () => {
    const stage = await stageWithHost({ LOOKUPS_PER_MINUTE: '3' });
    for (let nth = 0; nth < 3; nth += 1) await types(stage, 'design', HOST);
    expect((await types(stage, 'design', HOST)).shown).toContain(en.throttled(60).what);
  });

  test('a service that fails is said to', async () => {
    const stage = await stageWithHost();
    stage.conference.fault({ kind: 'http', status: 500 }, Number.POSITIVE_INFINITY, listPath);
    expect((await types(stage, 'design', HOST)).shown).toContain(en.failure.unreachable.what);
  });
});

describe('the other fields search by words too:', () => {
  test('the find form', async () => {
    const stage = await stageWithHost();
    const { slack, appUrl } = stage;
    await done(stage, () => slack.globalShortcut({ appUrl, ...HOST }));
    const view = topModal(stage, HOST.userId);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: 'design' } }));
    expect(modalShown(stage, HOST.userId)).toContain('Design review: search results');
    expect(slack.violations).toEqual([]);
  });

  test('the find form, which says at the field that there is none', async () => {
    const stage = await stageWithHost();
    const { slack, appUrl } = stage;
    await done(stage, () => slack.globalShortcut({ appUrl, ...HOST }));
    const view = topModal(stage, HOST.userId);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: 'no such' } }));
    expect(JSON.stringify(view.errors)).toContain(`${en.noneWithWords} no such`);
  });

  test('the find field of the Home tab', async () => {
    const stage = await stageWithHost();
    await findsAtHome(stage, await openedHome(stage, HOST.userId), 'design');
    const modal = topModal(stage, HOST.userId);
    expect(modalShown(stage, HOST.userId)).toContain('Design review: search results');
    expect(buttonsIn(modal)).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });
});
