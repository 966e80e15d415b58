import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect } from 'vitest';

const node = v.object({ target: v.array(v.unknown()), failureSummary: v.optional(v.string(), '') });
const found = v.object({ violations: v.array(v.object({ id: v.string(), nodes: v.array(node) })) });

/** axe-core finds nothing wrong with the page as it is now, by all of its rules that are on by default. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = v.parse(found, await page.evaluate('axe.run()'));
  const wrong = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  expect(wrong).toEqual([]);
}
