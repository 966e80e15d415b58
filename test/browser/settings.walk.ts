import { describe, it } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('the settings', () => {
  it('are an admin’s on the Home tab, and what is set there counts for everybody at once', async () => {
    const han = await visit('host');
    await han.page.getByRole('button', { name: 'Home' }).click();
    const home = han.page.getByRole('region', { name: 'Home' });
    await home.getByRole('button', { name: en.openSettings }).click();
    await see(han.modal(), en.settingsIntro.workspace);
    await han.modal().getByLabel(en.settingNames.visibility.label).selectOption('invited');
    await han.picture('settings');
    await han.modal().getByRole('button', { name: en.save }).click();
    await see(han.modal(), en.settingsSaved);
    const polly = await visit('stranger');
    await polly.say('/meeting 700001');
    await see(polly.newest(), 'Meeting 700001', 'Only people who are invited');
    await polly.unseen(polly.newest(), 'Quarterly review');
    await polly.picture('limited');
  });

  it('of a channel are its members’, and the channel is told', async () => {
    const polly = await visit('stranger');
    await polly.page.getByRole('textbox', { name: /^Message / }).fill('/meeting settings');
    await polly.page.getByRole('textbox', { name: /^Message / }).press('Enter');
    await see(polly.modal(), en.settingsIntro.channel);
    await polly.modal().getByLabel(en.settingNames.linkPreviews.label).selectOption('off');
    await polly.modal().getByRole('button', { name: en.save }).click();
    await see(polly.modal(), en.settingsSaved);
    await polly.page.keyboard.press('Escape');
    await see(polly.newest(), en.changedSettings, 'Link previews');
    await polly.picture('settings-told');
  });
});
