import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
const pictures = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** What is kept in docs/pictures, by the names of the tests' pictures. */
const KEPT: ReadonlySet<string> = new Set([
  'look-up',
  'unfurl',
  'access-host',
  'home',
  'home-reminders',
  'home-reminders-zh',
  'home-unknown',
  'follow-before',
  'follow-after',
  'follow-before-zh',
  'follow-after-zh',
  'settings',
  'settings-told',
  'limited',
  'account',
  'account-zh',
  'look-up-zh',
  'home-zh',
  'flexpane',
  'flexpane-zh',
  'container',
  'menu',
  'menu-zh',
  'alert',
  'alert-zh',
  'dark',
  'dark-zh',
]);

interface Look {
  readonly suffix: string;
  readonly width: number;
}

/** Each picture in docs/pictures is there in two widths, by what its name ends in. */
const LOOKS: readonly Look[] = [
  { suffix: '', width: 1280 },
  { suffix: '-400', width: 400 },
];

const TO_NEWEST = "[...document.querySelectorAll('main .log > article, .home')].at(-1)?.scrollIntoView()";

/**
 * Stores what the page looks like now. With `PICTURES=1` the pictures in docs/pictures are taken again as well: from the newest message or the top of the Home
 * tab, or around `middle`.
 */
export async function picture(page: Page, name: string, middle?: Locator): Promise<void> {
  await shot(page, `${screenshots}${name}.png`);
  if (process.env.PICTURES !== '1' || !KEPT.has(name)) return;
  const before = page.viewportSize();
  for (const { suffix, width } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(TO_NEWEST);
    await middle?.scrollIntoViewIfNeeded();
    await shot(page, `${pictures}${name}${suffix}.png`);
  }
  if (before !== null) await page.setViewportSize(before);
}

async function shot(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
