import { describe, it } from 'vitest';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk({ hostLocale: 'zh-CN' });

describe('the Home tab of somebody whose Slack is Chinese', () => {
  it('is in Chinese, also what they search for in it', async () => {
    const han = await visit('host');
    await han.say('/meeting 700002');
    await see(han.newest(), 'Design review: search results');
    await han.page.getByRole('button', { name: 'Home' }).click();
    const home = han.page.getByRole('region', { name: 'Home' });
    await see(home, zh.yourMeetings, zh.phase.live, zh.onToday, zh.recentlyLookedUp, zh.account.title);
    await han.picture('home-zh');
    await home.getByRole('textbox', { name: zh.findLabel }).fill('评审');
    await home.getByRole('textbox').press('Enter');
    await see(han.modal(), zh.yourMeetingsWith, '季度评审 · Quarterly review');
    await han.picture('home-search-zh');
    await han.page.keyboard.press('Escape');
    await han.modal().waitFor({ state: 'detached' });
    const row = home.locator('details.container').filter({ hasText: 'Design review: search results' });
    await row.locator('summary').click();
    await han.pick(row, zh.remindMe(600));
    await see(han.modal(), zh.reminderSet(600));
    await han.page.keyboard.press('Escape');
    await han.modal().waitFor({ state: 'detached' });
    await see(home, zh.yourReminders);
    await han.picture('home-reminders-zh', home.getByRole('heading', { name: zh.yourReminders }));
  });
});
