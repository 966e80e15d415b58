import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { onlyUnfurl, paste, press } from '../support/interactions.ts';
import { lastEphemeral, messagesIn, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

const HAN = 'U0HAN'; // Slack in Chinese
const ANN = 'U0ANN'; // Slack in British English

describe('what is for one person', () => {
  test('is in Chinese for people whose Slack is in Chinese', async () => {
    const { shown } = await types(await onStage(), '700001', { userId: HAN });
    expect(shown).toContain(zh.phase.live);
    expect(shown).not.toContain(en.phase.live);
  });

  test('is in English for people whose Slack is in English, whatever the default', async () => {
    const stage = await onStage({ env: { DEFAULT_LOCALE: 'zh-CN' } });
    expect((await types(stage, '700001', { userId: ANN })).shown).toContain(en.phase.live);
  });

  test('is in the default language for people whose language the app does not have', async () => {
    const stage = await onStage({ env: { DEFAULT_LOCALE: 'zh-CN' } });
    const ann = stage.slack.people.get(ANN);
    if (ann === undefined) throw new Error('Ann is in the directory.');
    stage.slack.people.set(ANN, { ...ann, locale: 'fr-FR' });
    expect((await types(stage, '700001', { userId: ANN })).shown).toContain(zh.phase.live);
  });

  test('is in their language also where nothing was looked up', async () => {
    const { shown } = await types(await onStage(), 'abc', { userId: HAN });
    expect(shown).toContain(zh.noneWithWords);
  });
});

describe('what a channel sees', () => {
  test.each([
    ['en', en],
    ['zh-CN', zh],
  ])('is in the language of DEFAULT_LOCALE=%s, whichever person shares', async (locale, words) => {
    const stage = await onStage({ env: { DEFAULT_LOCALE: locale } });
    await types(stage, '700001', { userId: HAN });
    await press(stage, lastEphemeral(stage), 'meeting_share', { userId: HAN });
    const [card] = await messagesIn(stage, 'C0TEAM', 1);
    expect(shownIn(card)).toContain(words.phase.live);
  });

  test('is in that language under a link too', async () => {
    const stage = await onStage({ env: { DEFAULT_LOCALE: 'zh-CN' } });
    await types(stage, '700001', { userId: ANN });
    const message = await paste(stage, '<https://ntest.qsh1.cn/k/att700001>', { userId: ANN });
    await stage.slack.waitFor(() => message.unfurls.size > 0);
    expect(shownIn(onlyUnfurl(message))).toContain(zh.phase.live);
  });
});
