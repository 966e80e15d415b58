import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk({ env: { DEFAULT_LOCALE: 'zh-CN' } });

describe('a card in a channel whose language is Chinese', () => {
  it('follows its meeting in Chinese', async () => {
    const liLei = await visit('coHost');
    await liLei.say('/meeting share 700002');
    const card = liLei.page.getByRole('article', { name: 'Meeting Cards to all' }).first();
    await see(card, '未开始');
    await liLei.unfold(card);
    await see(card, '10:00 – 10:45');
    await liLei.picture('follow-before-zh');
    await liLei.change(700_002, 'Move by an hour');
    await see(card.getByRole('list', { name: 'Thread' }), '会议时间已变更', '11:00 – 11:45');
    await liLei.picture('follow-after-zh');
  });
});
