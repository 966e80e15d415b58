import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

/** Of the page's background: 0 is black, 255 white. */
async function brightness(page: Page): Promise<number> {
  const color = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
  const [red, green, blue] = [...color.matchAll(/\d+/g)].map(Number);
  return ((red ?? 0) + (green ?? 0) + (blue ?? 0)) / 3;
}

describe('dark mode', () => {
  it('is switched on and off on the page, and stays after a reload', async () => {
    const lucy = await visit('attendee');
    const dark = lucy.page.getByRole('switch', { name: 'Dark mode' });
    expect(await brightness(lucy.page)).toBeGreaterThan(200);
    await dark.click();
    expect(await brightness(lucy.page)).toBeLessThan(60);
    await lucy.page.reload();
    await dark.and(lucy.page.locator('[aria-checked=true]')).waitFor();
    expect(await brightness(lucy.page)).toBeLessThan(60);
    await lucy.say('/meeting 700001');
    await see(lucy.newest(), 'Your role');
    await lucy.picture('dark');
    await dark.click();
    expect(await brightness(lucy.page)).toBeGreaterThan(200);
  });

  it('follows the system until it is switched', async () => {
    const polly = await visit('stranger');
    await polly.page.emulateMedia({ colorScheme: 'dark' });
    await polly.page.getByRole('switch', { name: 'Dark mode', checked: true }).waitFor();
    expect(await brightness(polly.page)).toBeLessThan(60);
    await polly.page.getByRole('switch', { name: 'Dark mode' }).click();
    expect(await brightness(polly.page)).toBeGreaterThan(200);
  });

  it('shows a Chinese card as well', async () => {
    const liLei = await visit('coHost');
    await liLei.page.emulateMedia({ colorScheme: 'dark' });
    await liLei.say('/meeting 700001');
    await see(liLei.newest(), '你的角色');
    expect(await brightness(liLei.page)).toBeLessThan(60);
    await liLei.picture('dark-zh');
  });
});
