import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('the Home tab', () => {
  it("shows the person's own week and what they looked up, and finds more", async () => {
    const han = await visit('host');
    await han.say('/meeting 700002');
    await see(han.newest(), 'Design review: search results');
    await han.page.getByRole('button', { name: 'Home' }).click();
    const home = han.page.getByRole('region', { name: 'Home' });
    await see(home, 'Your meetings in the next seven days', 'Recently looked up', 'Get started');
    await see(home, 'Design review: search results');
    await han.picture('home');
    await home.getByRole('textbox', { name: 'Which meeting?' }).fill('700001');
    await home.getByRole('textbox').press('Enter');
    await see(han.modal(), '季度评审 · Quarterly review');
    await han.page.keyboard.press('Escape');
    await han.modal().waitFor({ state: 'detached' });
    await home.getByRole('button', { name: 'Clear this list' }).click();
    await see(home, 'Meetings you look up appear here.');
  });

  it('is each person’s own', async () => {
    const polly = await visit('stranger');
    await polly.page.getByRole('button', { name: 'Home' }).click();
    const home = polly.page.getByRole('region', { name: 'Home' });
    await see(home, 'Meetings you look up appear here.');
    expect(await home.getByText('Design review').count()).toBe(0);
    await polly.picture('home-stranger');
  });

  it('is in the language of their Slack', async () => {
    const liLei = await visit('coHost');
    await liLei.say('/meeting 700001');
    await see(liLei.newest(), '联席主持人');
    await liLei.page.getByRole('button', { name: 'Home' }).click();
    await see(liLei.page.getByRole('region', { name: 'Home' }), '季度评审 · Quarterly review');
    await liLei.picture('home-zh');
  });
});
