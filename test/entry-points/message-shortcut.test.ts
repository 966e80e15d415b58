import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { asksForDetails, callsOf, choose, modalShown, press, topModal } from '../support/interactions.ts';
import { loggedEvents, messagesIn, onStage, types } from '../support/on-stage.ts';
import { buttonsIn, labelsIn } from '../support/reading.ts';

const LUCY = 'U0LUCY';
const byLucy = (channelId: string, threadTs?: string) => ({
  userId: LUCY,
  channelId,
  ...(threadTs === undefined ? {} : { threadTs }),
});

describe('Show meeting details', () => {
  test('opens at once with a waiting line, and then shows the card in the user’s own view', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'see meeting 700002', { userId: LUCY });
    const [opened] = callsOf(stage, 'views.open');
    expect(JSON.stringify(opened?.args)).toContain('Looking up the meeting…');
    expect(modalShown(stage, LUCY)).toContain('Design review: search results');
    expect(modalShown(stage, LUCY)).toContain('*Your role* attendee');
    expect(stage.slack.violations).toEqual([]);
  });

  test('opens before the endpoint is asked', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'hold' });
    const message = stage.slack.say({ text: 'meeting 700002' });
    await stage.slack.messageShortcut({ appUrl: stage.appUrl, message, userId: LUCY });
    await stage.slack.waitFor(({ stacks }) => (stacks.get(LUCY) ?? []).length > 0);
    expect(modalShown(stage, LUCY)).toContain('Looking up');
    stage.conference.heal();
    await stage.slack.waitFor(() => modalShown(stage, LUCY).includes('Design review'));
  });

  test('that is closed before the card is there is not a failure', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'hold' });
    const message = stage.slack.say({ text: 'meeting 700002' });
    await stage.slack.messageShortcut({ appUrl: stage.appUrl, message, userId: LUCY });
    const [viewId = ''] = await stage.slack.waitFor(({ stacks }) => stacks.get(LUCY));
    stage.slack.views.delete(viewId);
    stage.conference.heal();
    await stage.slack.waitFor(() => callsOf(stage, 'views.update')[0]);
    await until('it is answered', async () => loggedEvents(stage, 'answered').length > 0);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
    expect(loggedEvents(stage, 'late-answer-failed')).toEqual([]);
  });

  test('offers a choice where a message has several meetings, and shows the one chosen', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002, then meeting 700009, meeting 700002', { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(en.chooseMeeting);
    expect(modalShown(stage, LUCY).match(/Design review|Sealed bids/g)).toHaveLength(2);
    await press(stage, topModal(stage, LUCY), 'meeting_details', { value: '700009' });
    expect(modalShown(stage, LUCY)).toContain('Sealed bids');
    expect(labelsIn(topModal(stage, LUCY))).toContain('Post in thread');
    expect(stage.slack.violations).toEqual([]);
  });

  test('shows one meeting once, by number and by link', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    await asksForDetails(stage, 'meeting 700002 https://ntest.qsh1.cn/k/att700002', { userId: LUCY });
    expect(modalShown(stage, LUCY).split('\n')[0]).toBe('Design review: search results');
  });

  test('says so if there is none, and offers the find form', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'lunch at 12:30, table 700002?', { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(en.noneInMessage);
    const view = topModal(stage, LUCY);
    await stage.slack.submitView({ appUrl: stage.appUrl, view, values: { meeting_find: '700002' } });
    expect(modalShown(stage, LUCY)).toContain('Design review');
    expect(stage.slack.violations).toEqual([]);
  });

  test.each([
    ['a number that nobody has', 'meeting 123456', en.failure['not-found'].what],
    ['a link that nobody has seen', 'https://ntest.qsh1.cn/k/unseen', en.failure['unknown-link'].what],
  ])('says what is wrong with %s', async (_what, text, sentence) => {
    const stage = await onStage();
    await asksForDetails(stage, text, { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(sentence);
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('Show meeting details on a message that would take a scanner long', () => {
  test.each([
    ['a word and 39,000 spaces', `meeting${' '.repeat(39_000)}x`],
    ['an address and 39,000 dots', `https://ntest.qsh1.cn/k/${'.'.repeat(39_000)}x`],
    ['an address and 39,000 slashes', `https://ntest.qsh1.cn/k/${'/'.repeat(39_000)}x`],
    ['39,000 combining marks', `${'\u0345'.repeat(19_500)}${'\u0316'.repeat(19_500)}`],
    ['a host of 39,000 Chinese characters', `https://${'会议号码'.repeat(9750)}/k`],
  ])('(%s) offers the find form', async (_what, text) => {
    const stage = await onStage();
    await asksForDetails(stage, text, { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(en.noneInMessage);
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('Post in thread', () => {
  test.each([
    ['as the app, where it is a member', 'C0TEAM', 1],
    ['as the app, in a public channel where it is not', 'C0NOBOT', 1],
    ['in a private channel that it does not see', 'G0SECRET', 1],
    ['in a direct message', 'D0HAN', 1],
  ])('puts the public card under the message %s', async (_how, channelId, count) => {
    const stage = await onStage();
    const message = await asksForDetails(stage, 'meeting 700002', byLucy(channelId));
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    const posted = (await messagesIn(stage, channelId, count + 1)).filter((one) => one !== message);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.threadTs).toBe(message.ts);
    expect(JSON.stringify(posted[0])).toContain('Design review');
    expect(JSON.stringify(posted[0])).not.toContain('201501990002700002');
    expect(modalShown(stage, LUCY)).toContain(en.postedInThread);
    expect(labelsIn(topModal(stage, LUCY))).not.toContain('Post in thread');
    expect(stage.slack.violations).toEqual([]);
  });

  test('answers in the thread of the message', async () => {
    const stage = await onStage();
    const first = stage.slack.say({ text: 'hello' });
    await asksForDetails(stage, 'meeting 700002', byLucy('C0TEAM', first.ts));
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    const posted = (await messagesIn(stage, 'C0TEAM', 3)).at(-1);
    expect(posted?.threadTs).toBe(first.ts);
  });

  test('says how to invite the app where nothing may be posted, and leaves the channel alone', async () => {
    const stage = await onStage();
    stage.slack.fault('response_url', { kind: 'http', status: 403 });
    await asksForDetails(stage, 'meeting 700002', byLucy('G0SECRET'));
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    expect(modalShown(stage, LUCY)).toContain('/invite @Meeting Cards');
    expect(modalShown(stage, LUCY)).toContain('Design review');
    expect(await messagesIn(stage, 'G0SECRET', 1)).toHaveLength(1);
    stage.slack.heal();
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    expect(await messagesIn(stage, 'G0SECRET', 2)).toHaveLength(2);
    expect(stage.slack.violations).toEqual([]);
  });

  test('is there after the card was refreshed', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', byLucy('C0TEAM'));
    await choose(stage, topModal(stage, LUCY), 'refresh');
    const ids = buttonsIn(topModal(stage, LUCY)).map(({ action_id }) => action_id);
    expect(ids).toContain('meeting_post_in_thread');
  });
});
