import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { see } from './support/see.ts';
import type { Visitor } from './support/visitor.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

/** The Home tab, opened. */
async function homeOf(who: Visitor): Promise<Locator> {
  await who.page.getByRole('button', { name: 'Home' }).click();
  return who.page.getByRole('region', { name: 'Home' });
}

async function closesModal(who: Visitor): Promise<void> {
  await who.page.keyboard.press('Escape');
  await who.modal().waitFor({ state: 'detached' });
}

async function finds(home: Locator, typed: string): Promise<void> {
  await home.getByRole('textbox', { name: en.findLabel }).fill(typed);
  await home.getByRole('textbox').press('Enter');
}

describe('the Home tab', () => {
  it("shows what is live and the person's own week, and what they looked up", async () => {
    const han = await visit('host');
    await han.say('/meeting 700002');
    await see(han.newest(), 'Design review: search results');
    const home = await homeOf(han);
    await see(home, en.yourMeetings, en.phase.live, en.onToday, en.recentlyLookedUp, en.howToBegin);
    const shown = (await home.textContent()) ?? '';
    expect(shown.indexOf('季度评审')).toBeLessThan(shown.indexOf(en.onToday));
    await han.picture('home');
    await home.getByRole('heading', { name: en.settings }).scrollIntoViewIfNeeded();
    await see(home, en.settings, en.account.title, en.account.state.deployment, en.getSupport);
    await han.picture('home-settings');
    await home.getByRole('button', { name: en.clearRecent }).click();
    await see(home, en.nothingRecent);
  });

  it('finds a meeting in its field, by number, invitation and words, and then lists it by itself', async () => {
    const lucy = await visit('attendee');
    const home = await homeOf(lucy);
    await see(home, en.nothingRecent);
    await finds(home, '会议号：700 002');
    await see(lucy.modal(), en.understood(en.meetingNumber('700002')), 'Design review: search results');
    await closesModal(lucy);
    await home.getByText(en.nothingRecent).waitFor({ state: 'detached' });
    await see(home, 'meeting 700002');
    await finds(home, 'quarterly');
    await see(lucy.modal(), en.noneWithWords);
    await closesModal(lucy);
    await home.getByRole('button', { name: en.refresh }).click();
    await see(home, 'meeting 700002');
    expect(await home.getByText(en.account.title).count()).toBe(0);
  });

  it('lists a reminder that is set in it, and lists it no more once it is undone, by itself', async () => {
    const han = await visit('host');
    const home = await homeOf(han);
    const row = home.locator('details.container').filter({ hasText: 'Design review: search results' });
    await row.locator('summary').click();
    await han.pick(row, 'Remind me 10 minutes before');
    await see(han.modal(), en.reminderSet(600));
    await closesModal(han);
    await see(home, en.yourReminders);
    await home.getByRole('button', { name: /^Undo/ }).waitFor();
    await han.picture('home-reminders', home.getByRole('heading', { name: en.yourReminders }));
    await home.getByRole('button', { name: /^Undo/ }).click();
    await home.getByText(en.yourReminders).waitFor({ state: 'detached' });
  });

  it('is each person’s own', async () => {
    const polly = await visit('stranger');
    const home = await homeOf(polly);
    await see(home, en.nothingRecent);
    expect(await home.getByText('Design review').count()).toBe(0);
    await polly.picture('home-stranger');
  });

  it('tells somebody unknown to the conference service what works for them', async () => {
    const ann = await visit('unknown');
    const home = await homeOf(ann);
    await see(home, 'You can look up meetings by number or link', en.unproven['unknown-to-vendor']);
    await ann.picture('home-unknown');
    await finds(home, '700002');
    await see(ann.modal(), 'Design review: search results');
  });
});
