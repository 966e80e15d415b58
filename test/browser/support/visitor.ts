import type { Locator, Page } from 'playwright-core';
import { picture } from './pictures.ts';

/** Somebody at the page, and what they do there; what they see is asked of `page` by role, label and text. */
export interface Visitor {
  readonly page: Page;
  /** Types into the box and sends. */
  say(text: string): Promise<void>;
  /** Becomes the person with this name. */
  become(name: string): Promise<void>;
  /** The newest message that the person sees. */
  newest(): Locator;
  /** The topmost modal. */
  modal(): Locator;
  picture(name: string): Promise<void>;
}

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
  await page.goto(url);
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.waitFor();

  return {
    page,
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
    async become(name) {
      await page.getByRole('radio', { name }).check({ force: true });
    },
    newest: () => page.getByRole('article').last(),
    modal: () => page.getByRole('dialog'),
    picture: (name) => picture(page, name),
  };
}
