import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const TIMEOUT_MS = 8000;

/** Waits until all these texts can be seen there. */
export async function see(there: Locator, ...texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) {
    await there
      .getByText(text)
      .first()
      .waitFor({ timeout: TIMEOUT_MS })
      .catch(async () => expect.fail(`${text} is not to be seen in: ${await there.textContent()}`));
  }
}
