import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('a narrow window', () => {
  it('shows everything one below the other, and nothing beside the edge', async () => {
    const lucy = await visit('attendee');
    await lucy.page.setViewportSize({ width: 390, height: 844 });
    await lucy.say('/meeting 700010');
    await see(lucy.newest(), 'All hands');
    await lucy.picture('narrow');
    const { width = 0 } = (await lucy.page.locator('html').boundingBox()) ?? {};
    const inView = await lucy.newest().boundingBox();
    expect(width).toBe(390);
    expect((inView?.x ?? -1) >= 0 && (inView?.x ?? 0) + (inView?.width ?? 999) <= width).toBe(true);
  });
});
