import { describe, expect, it } from 'vitest';
import { accessible } from './support/accessible.ts';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';
const { visit } = walk();

describe('a narrow window', () => {
  it('shows everything one below the other, and nothing beside the edge', async () => {
    const lucy = await visit('attendee');
    await lucy.page.setViewportSize({ width: 390, height: 844 });
    await lucy.say('/meeting 700010');
    await see(lucy.newest(), 'All hands');
    await lucy.picture('narrow');
    await accessible(lucy.page);
    const { width = 0 } = (await lucy.page.locator('html').boundingBox()) ?? {};
    const inView = await lucy.newest().boundingBox();
    expect(width).toBe(390);
    expect((inView?.x ?? -1) >= 0 && (inView?.x ?? 0) + (inView?.width ?? 999) <= width).toBe(true);
  });

  it('shows a flexpane within the window, and a menu too', async () => {
    const han = await visit('host');
    await han.page.setViewportSize({ width: 390, height: 844 });
    await han.say('/meeting 700001');
    await han.newest().getByRole('button', { name: 'More', exact: true }).click();
    const menu = await han.page.getByRole('menu').boundingBox();
    expect((menu?.x ?? -1) >= 0 && (menu?.x ?? 0) + (menu?.width ?? 999) <= 390).toBe(true);
    await han.page.keyboard.press('Escape');
    await han.say(LINK);
    const pane = await han.openFlexpane(LINK);
    const shown = await pane.boundingBox();
    expect((shown?.y ?? -1) >= 0 && (shown?.y ?? 0) + (shown?.height ?? 999) <= 844).toBe(true);
    await accessible(han.page);
    await han.picture('narrow-flexpane');
  });
});
