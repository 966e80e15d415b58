import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { picture } from './pictures.ts';

/** Somebody at the page, and what they do there; what they see is asked of `page` by role, label and text. */
export interface Visitor {
  readonly page: Page;
  /** Types into the box, sends, and waits for a message that was not there before. */
  say(text: string): Promise<void>;
  /** Chooses who one is, or how the conference service is, by the choice's label. */
  choose(label: string): Promise<void>;
  /** The newest message that the person sees. */
  newest(): Locator;
  /** The topmost modal. */
  modal(): Locator;
  /** Picks *Show meeting details* in the newest message's menu. */
  meetingDetails(): Promise<void>;
  /** Picks this in the menu behind *⋯* of a card. */
  pick(card: Locator, option: string): Promise<void>;
  /** Does this to a meeting in *Change a meeting*. */
  change(meeting: number, what: string): Promise<void>;
  /** Presses the title of the Work Object under the newest link like this; resolves to the flexpane, when it is there. */
  openFlexpane(url: string): Promise<Locator>;
  /** Unfolds the first container there. */
  unfold(there: Locator): Promise<void>;
  /** None of these texts can be seen there. */
  unseen(there: Locator, ...texts: readonly string[]): Promise<void>;
  /** Stores what they see; `middle`: what it is of. */
  picture(name: string, middle?: Locator): Promise<void>;
}

/** The page's program is built when it is first asked for. */
const FIRST_LOAD_MS = 20_000;

interface VisitorParts {
  readonly url: string;
  readonly origin: string;
  /** What should not have happened, in words. */
  readonly faults: string[];
}

export async function visitor(page: Page, { url, origin, faults }: VisitorParts): Promise<Visitor> {
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error') faults.push(said.text());
  });
  await page.route(
    ({ href }) => !href.startsWith(origin) && !href.startsWith('data:'),
    async (route) => {
      faults.push(`The page asked for ${route.request().url()}`);
      await route.abort();
    },
  );
  page.setDefaultTimeout(8000);
  await page.goto(url, { timeout: FIRST_LOAD_MS });
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.waitFor();

  return {
    page,
    async say(text) {
      const articles = page.getByRole('article');
      const before = await articles.count();
      await box.fill(text);
      await box.press('Enter');
      await articles.nth(before).waitFor();
    },
    async choose(label) {
      await page.locator('label').filter({ hasText: label }).click();
      await page.getByRole('radio', { name: label, checked: true }).waitFor();
    },
    newest: () => page.getByRole('article').last(),
    modal: () => page.getByRole('dialog'),
    async meetingDetails() {
      const message = page.getByRole('article').last();
      await message.getByRole('button', { name: 'More actions for the message' }).click();
      await message.getByRole('menuitem', { name: 'Show meeting details' }).click();
    },
    async pick(card, option) {
      await card.getByRole('button', { name: 'More', exact: true }).click();
      await card.getByRole('menuitem', { name: option }).click();
    },
    async change(meeting, what) {
      const panel = page.getByRole('region', { name: 'Change a meeting' });
      await panel.getByRole('combobox', { name: 'Meeting' }).selectOption(String(meeting));
      await panel.getByRole('button', { name: what }).click();
    },
    async openFlexpane(url) {
      const preview = page.getByRole('figure', { name: `Preview of ${url}` }).last();
      await preview.locator('.work-object button').click();
      const flexpane = page.getByRole('region', { name: 'Details', exact: true });
      await flexpane.waitFor();
      return flexpane;
    },
    async unfold(there) {
      await there.locator('details.container > summary').first().click();
      await there.locator('details.container[open]').first().waitFor();
    },
    async unseen(there, ...texts) {
      const counts = await Promise.all(texts.map((text) => there.getByText(text).count()));
      expect(counts).toEqual(texts.map(() => 0));
    },
    picture: (name, middle) => picture(page, name, middle),
  };
}
