import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { done, modalShown, topModal } from '../support/interactions.ts';
import { asked, onStage, types } from '../support/on-stage.ts';

const INVITATION =
  '季度评审 · Quarterly review\n点击链接入会：https://ntest.qsh1.cn/k/att700001\n会议号：700 001\n参会密码：201501990002700001';

describe('/meeting says what it understood of', () => {
  test.each([
    'meeting 700001',
    '会议号 700 001',
    '700-001',
    'see you in meeting 700001!',
    '会议号 700\u2013001',
    '\ufeff会议号：７００\u3000００１',
    '会议号：\u200b700\u200b001',
  ])('%j', async (text) => {
    const stage = await onStage();
    const { shown } = await types(stage, text);
    expect(shown.split('\n')[0]).toBe(en.understood(en.meetingNumber('700001')));
    expect(shown).toContain('Quarterly review');
    expect(asked(stage)).toHaveLength(1);
    expect(stage.slack.violations).toEqual([]);
  });

  test('a pasted invitation with a link that is known', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    const { shown } = await types(stage, INVITATION);
    expect(shown).toContain(en.understood(en.aLink));
    expect(shown).toContain('Quarterly review');
  });

  test('a pasted invitation whose link nobody knows, by its number', async () => {
    const stage = await onStage();
    const { shown } = await types(stage, INVITATION);
    expect(shown).toContain(en.understood(en.meetingNumber('700001')));
    expect(shown).toContain('Quarterly review');
  });

  test('a number that no meeting has', async () => {
    const stage = await onStage();
    const { shown } = await types(stage, 'meeting 999999');
    expect(shown).toContain(en.understood(en.meetingNumber('999999')));
    expect(shown).toContain(en.failure['not-found'].what);
  });

  test('a text in Chinese, to a reader of Chinese', async () => {
    const stage = await onStage();
    const { shown } = await types(stage, '会议号：700001', { userId: 'U0HAN' });
    const words = shown.includes(zh.phase.live) ? zh : en;
    expect(shown).toContain(words.understood(words.meetingNumber('700001')));
  });
});

test.each(['700001', '\ufeff700001', '\u200e700001\u200e', '\u2068７００ ００１\u2069'])(
  'a number alone, %j, needs no such line',
  async (text) => {
    const stage = await onStage();
    const { shown } = await types(stage, text);
    expect(shown).toContain('Quarterly review');
    expect(shown).not.toContain('Understood');
  },
);

test('the find form understands the same', async () => {
  const stage = await onStage();
  const { slack, appUrl } = stage;
  await done(stage, () => slack.globalShortcut({ appUrl, userId: 'U0LUCY' }));
  const view = topModal(stage, 'U0LUCY');
  await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: '会议号 700-001' } }));
  expect(modalShown(stage, 'U0LUCY')).toContain(en.understood(en.meetingNumber('700001')));
  expect(slack.violations).toEqual([]);
});

test('a text that asks to share posts the card without the line', async () => {
  const stage = await onStage();
  await types(stage, 'share 会议号 700 001', { userId: 'U0ANN' });
  const [message] = await stage.slack.waitFor(({ channels }) => {
    const messages = channels.get('C0TEAM')?.messages ?? [];
    return messages.length > 0 ? messages : undefined;
  });
  expect(JSON.stringify(message)).toContain('Quarterly review');
  expect(JSON.stringify(message)).not.toContain('Understood');
});
