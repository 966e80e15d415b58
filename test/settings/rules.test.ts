import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { changes, isAskedIn, linkOf, metric, shares, showsSoon, threadOf } from '../support/following.ts';
import {
  asksForDetails,
  choose,
  done,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn } from '../support/reading.ts';
import { ADMIN, setsForChannel, setsForWorkspace } from '../support/settings.ts';
import type { Stage } from '../support/stage.ts';

const CONFIDENTIAL = '700011';
const CHECKED = { env: { CARD_CHECK_SECONDS: '60' } };

const messages = ({ slack }: Stage, channelId = 'C0TEAM') => slack.channels.get(channelId)?.messages ?? [];

describe('confidential meetings that are never shown in channels', () => {
  const confidentialStage = async (): Promise<Stage> => {
    const stage = await onStage(CHECKED);
    changes(stage, CONFIDENTIAL, { confNodeType: 0 });
    changes(stage, '700002', { confNodeType: 0 });
    await setsForWorkspace(stage, { confidential: 'private' });
    return stage;
  };

  test('are not shared: by the command, by a button, or in a thread', async () => {
    const stage = await confidentialStage();
    const { slack } = stage;
    expect((await types(stage, 'share 700002', { userId: 'U0HAN' })).shown).toBe(zh.confidentialStaysPrivate);
    await types(stage, '700002', { userId: ADMIN });
    await press(stage, lastEphemeral(stage), 'meeting_share');
    expect(shownIn(lastEphemeral(stage))).toBe(en.confidentialStaysPrivate);
    slack.stacks.delete(ADMIN);
    await asksForDetails(stage, 'meeting 700002', { userId: ADMIN });
    await press(stage, topModal(stage, ADMIN), 'meeting_post_in_thread');
    expect(modalShown(stage, ADMIN)).toBe(en.confidentialStaysPrivate);
    expect(messages(stage).filter(({ userId }) => userId === 'U0BOT')).toEqual([]);
  });

  test('are not shared after a question that was asked before', async () => {
    const stage = await onStage();
    changes(stage, '700002', { confNodeType: 0 });
    await types(stage, 'share 700002', { userId: 'U0POLLY', channelId: 'C0SHARED' });
    const question = lastEphemeral(stage);
    await setsForWorkspace(stage, { confidential: 'private' });
    await press(stage, question, 'meeting_share_confirm');
    expect(messages(stage, 'C0SHARED')).toEqual([]);
  });

  test('are not shown below their link, sent or typed, and others are', async () => {
    const stage = await confidentialStage();
    const { slack, appUrl } = stage;
    const message = await paste(stage, `${linkOf('700002')} ${linkOf('700001')}`);
    expect([...message.unfurls.keys()]).toEqual([linkOf('700001')]);
    const { unfurlId } = await done(stage, () => slack.typeLinks({ appUrl, urls: [linkOf('700002')] }));
    expect(slack.drafts.get(unfurlId)).toBeUndefined();
  });

  test.each<readonly [string, (stage: Stage) => Promise<unknown>]>([
    [
      'by the command',
      (stage) =>
        done(stage, () =>
          stage.slack.command({ appUrl: stage.appUrl, text: 'share 700002', userId: 'U0POLLY' }),
        ),
    ],
    ['by a button', (stage) => press(stage, lastEphemeral(stage), 'meeting_share')],
    ['in a thread', (stage) => press(stage, topModal(stage, 'U0POLLY'), 'meeting_post_in_thread')],
    ['below a link that is sent', (stage) => paste(stage, linkOf('700002'))],
    [
      'below a link that is typed',
      (stage) => done(stage, () => stage.slack.typeLinks({ appUrl: stage.appUrl, urls: [linkOf('700002')] })),
    ],
  ])(
    'and became so five minutes ago are not shown %s, though an older copy is stored',
    async (_how, shows) => {
      const stage = await onStage();
      await setsForWorkspace(stage, { confidential: 'private' });
      await types(stage, '700002', { userId: 'U0POLLY' });
      await asksForDetails(stage, 'meeting 700002', { userId: 'U0POLLY' });
      changes(stage, '700002', { confNodeType: 0 });
      stage.advance(5 * 60);
      await shows(stage);
      const { slack } = stage;
      const shown = [...messages(stage).filter(({ userId }) => userId === 'U0BOT'), ...slack.drafts.values()];
      const below = messages(stage).flatMap(({ unfurls }) => [...unfurls.values()]);
      expect(JSON.stringify([shown, below])).not.toContain('Design review');
      expect([...shown, ...below].filter((each) => shownIn(each) !== '')).toEqual([]);
    },
  );

  test('that stand in a channel already say at their next check no more than that they exist', async () => {
    const stage = await onStage(CHECKED);
    const card = await shares(stage, '700002');
    changes(stage, '700002', { confNodeType: 0 });
    await setsForWorkspace(stage, { confidential: 'private' });
    stage.advance(61);
    await showsSoon(stage, () => card, 'Meeting 700002', 'Only people who are invited');
    expect(JSON.stringify(card)).not.toContain('Design review');
  });

  test('that stand in a channel already say no more as soon as somebody refreshes them', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700002');
    changes(stage, '700002', { confNodeType: 0 });
    await setsForWorkspace(stage, { confidential: 'private' });
    stage.advance(10);
    await choose(stage, card, 'refresh', { userId: 'U0POLLY' });
    expect(shownIn(card)).toContain('Only people who are invited');
    expect(JSON.stringify(card)).not.toContain('Design review');
  });

  test('are shown to each person alone as before', async () => {
    const stage = await confidentialStage();
    expect((await types(stage, '700002', { userId: 'U0POLLY' })).shown).toContain('Design review');
  });
});

describe('link previews', () => {
  test('are the full card where that is set, without what nobody can do there, and follow as such', async () => {
    const stage = await onStage(CHECKED);
    await setsForWorkspace(stage, { linkPreviews: 'full' });
    const message = await paste(stage, linkOf('700001'));
    const preview = onlyUnfurl(message);
    expect(shownIn(preview)).toContain('*Invited*');
    expect(labelsIn(preview)).toEqual([en.join, en.joinInBrowser, en.myAccess]);
    expect(optionsIn(preview).map((value) => value.split('/')[0])).toEqual(['people']);
    changes(stage, '700001', { title: 'Renamed' });
    stage.advance(61);
    await showsSoon(stage, () => onlyUnfurl(message), 'Renamed', '*Invited*');
    await choose(stage, onlyUnfurl(message), 'people', { userId: ADMIN });
    expect(modalShown(stage, ADMIN)).toContain('Renamed');
    expect(stage.slack.violations).toEqual([]);
  });

  test('that are off do not appear, and a host’s link is warned of all the same', async () => {
    const stage = await onStage();
    await types(stage, '700001', { userId: 'U0HAN' });
    await setsForWorkspace(stage, { linkPreviews: 'off' });
    const message = await paste(stage, 'https://ntest.qsh1.cn/k/host700001', { userId: 'U0ANN' });
    expect(message.unfurls.size).toBe(0);
    expect(shownIn(lastEphemeral(stage))).toContain('*host*');
  });

  test('that a channel has are its own, whatever the workspace has', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { linkPreviews: 'off' });
    await setsForChannel(stage, { linkPreviews: 'compact' }, { channelId: 'C0NOBOT' });
    expect((await paste(stage, linkOf('700001'))).unfurls.size).toBe(0);
    expect((await paste(stage, linkOf('700001'), { channelId: 'C0NOBOT' })).unfurls.size).toBe(1);
  });
});

describe('in a channel whose cards do not follow', () => {
  test('a card that is shared stays as it is', async () => {
    const stage = await onStage(CHECKED);
    await setsForChannel(stage, { following: 'off' });
    const card = await shares(stage, '700002');
    const other = await shares(stage, '700002', { channelId: 'C0NOBOT' });
    changes(stage, '700002', { title: 'Renamed' });
    stage.advance(61);
    await showsSoon(stage, () => other, 'Renamed');
    expect(shownIn(card)).toContain('Design review');
    expect(await metric(stage, 'followed_cards')).toBe(1);
  });

  test('a card from before stops at its next check, and its thread is told nothing', async () => {
    const stage = await onStage(CHECKED);
    const card = await shares(stage, '700002');
    await setsForChannel(stage, { following: 'off' });
    changes(stage, '700002', { status: 0 });
    await isAskedIn(stage, 61);
    await stage.slack.waitFor(() => true);
    expect(await metric(stage, 'followed_cards')).toBe(0);
    expect(shownIn(card)).toContain(en.phase.upcoming);
    expect(threadOf(stage, card)).toEqual([]);
  });
});

test('in a channel whose cards do not follow, the card of a meeting that is gone stays, and its thread is told nothing', async () => {
  const stage = await onStage(CHECKED);
  const card = await shares(stage, '700002');
  const other = await shares(stage, '700002', { channelId: 'C0NOBOT' });
  stage.conference.meetings.remove('700002');
  await isAskedIn(stage, 61);
  await setsForChannel(stage, { following: 'off' });
  await isAskedIn(stage, 61);
  await showsSoon(stage, () => other, en.gone);
  await until('the card is forgotten', async () => (await metric(stage, 'followed_cards')) <= 1);
  expect(shownIn(card)).toContain(en.phase.upcoming);
  expect(threadOf(stage, card)).toEqual([]);
});

describe('the language', () => {
  test('of cards in channels is that of the workspace, and of one channel its own', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { locale: 'zh-CN' });
    await setsForChannel(stage, { locale: 'en' }, { channelId: 'C0NOBOT' });
    expect(shownIn(await shares(stage, '700002'))).toContain(zh.phase.upcoming);
    expect(shownIn(await shares(stage, '700002', { channelId: 'C0NOBOT' }))).toContain(en.phase.upcoming);
    expect((await types(stage, '700002', { userId: ADMIN })).shown).toContain(en.phase.upcoming);
  });

  test('of a card that stands in a channel follows at its next check', async () => {
    const stage = await onStage(CHECKED);
    const card = await shares(stage, '700002');
    await setsForChannel(stage, { locale: 'zh-CN' });
    stage.advance(61);
    await showsSoon(stage, () => card, zh.phase.upcoming);
  });

  test('in which a channel is told of its settings is its own', async () => {
    const stage = await onStage();
    await setsForChannel(stage, { locale: 'zh-CN' });
    await setsForChannel(stage, { linkPreviews: 'off' });
    expect(shownIn(messages(stage).at(-1))).toContain('链接预览');
  });
});

describe('the zone', () => {
  test('of cards in channels is that of the workspace, of a card for one person the meeting’s', async () => {
    const stage = await onStage(CHECKED);
    await setsForWorkspace(stage, { cardZone: 'Europe/London' });
    const card = await shares(stage, '700002');
    expect(shownIn(card)).toContain('*02:00 – 02:45* London (GMT+0)');
    expect((await types(stage, '700002', { userId: ADMIN })).shown).toContain(
      '10:00 – 10:45* Shanghai (GMT+8)',
    );
    changes(stage, '700002', {
      startTime: Date.UTC(2030, 11, 31, 3) / 1000,
      endTime: Date.UTC(2030, 11, 31, 4) / 1000,
    });
    stage.advance(61);
    await showsSoon(stage, () => card, '*03:00 – 04:00* London (GMT+0)');
    const note = await stage.slack.waitFor(() => threadOf(stage, card).at(-1));
    expect(shownIn(note)).toContain('~02:00 – 02:45~ → *03:00 – 04:00* London (GMT+0)');
  });
});

describe('the attendee password', () => {
  const PASSWORD = '201501990002700001';

  test('is shown in channels where an admin sets that, and on none that people of other companies read', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { attendeePassword: 'shown' });
    expect(shownIn(await shares(stage, '700001'))).toContain(PASSWORD);
    expect(
      shownIn(onlyUnfurl(await paste(stage, linkOf('700001'), { channelId: 'C0SHARED' }))),
    ).not.toContain(PASSWORD);
  });

  test('is hidden in channels where an admin sets that, whatever the environment says', async () => {
    const stage = await onStage({
      env: { CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true', CARD_CHECK_SECONDS: '60' },
    });
    const card = await shares(stage, '700001');
    expect(shownIn(card)).toContain(PASSWORD);
    await setsForWorkspace(stage, { attendeePassword: 'hidden' });
    stage.advance(61);
    await stage.slack.waitFor(() => !shownIn(card).includes(PASSWORD) || undefined);
    expect(shownIn(await shares(stage, '700001'))).not.toContain(PASSWORD);
  });
});
