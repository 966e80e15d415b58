import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('the keyboard alone', () => {
  it('looks up, opens a modal, closes it, and is back where it was', async () => {
    const polly = await visit('stranger');
    const { keyboard } = polly.page;
    const focused = () => polly.page.locator(':focus').textContent();
    const tabTo = async (label: string) => {
      for (let tabs = 0; tabs < 60 && (await focused()) !== label; tabs += 1) await keyboard.press('Tab');
      expect(await focused()).toBe(label);
    };
    await polly.page.getByRole('textbox', { name: 'Message #team' }).focus();
    await keyboard.type('/meeting 700001');
    await keyboard.press('Enter');
    await see(polly.newest(), '季度评审 · Quarterly review');
    await polly.page.getByRole('link', { name: 'Open in Block Kit Builder' }).focus();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await see(polly.newest(), '"blocks": [');
    await polly.page.getByRole('button', { name: 'My access' }).focus();
    await tabTo('Share to channel');
    await keyboard.press('Tab');
    const onMenu = () => polly.page.locator(':focus').getAttribute('aria-label');
    expect(await onMenu()).toBe('More');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    expect(await onMenu()).toBe('More');
    await keyboard.press('Enter');
    for (let steps = 0; steps < 9 && (await focused()) !== 'People'; steps += 1)
      await keyboard.press('ArrowDown');
    expect(await focused()).toBe('People');
    await keyboard.press('Enter');
    await see(polly.modal(), '5 people');
    await keyboard.press('Escape');
    await polly.modal().waitFor({ state: 'detached' });
    expect(await onMenu()).toBe('More');
    await polly.picture('keyboard');
  });
});
