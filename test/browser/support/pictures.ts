import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
const pictures = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** What the README and docs/ show, by the names of the tests' pictures. */
const SHOWN_IN_README: ReadonlySet<string> = new Set([
  'look-up',
  'unfurl',
  'access-host',
  'home',
  'follow-before',
  'follow-after',
  'follow-before-zh',
  'follow-after-zh',
  'settings',
  'limited',
]);

/** Stores what the page looks like now. With `PICTURES=1` the README's pictures are taken again as well. */
export async function picture(page: Page, name: string): Promise<void> {
  const isShown = process.env.PICTURES === '1' && SHOWN_IN_README.has(name);
  for (const folder of isShown ? [screenshots, pictures] : [screenshots]) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
  }
}
