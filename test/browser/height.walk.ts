import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

/** What a laptop's screen leaves of its 800 pixels below the frames of browser and Slack. */
const SCREEN = 640;

describe('a private card is not taller than the screen of a laptop', () => {
  it.each([700_001, 700_002, 700_005, 700_006, 700_009])('%i', async (meeting) => {
    const host = await visit('host');
    await host.page.setViewportSize({ width: 1280, height: 800 });
    await host.say(`/meeting ${meeting}`);
    await see(host.newest(), `meeting ${meeting}`);
    const box = await host.newest().boundingBox();
    expect(box?.height).toBeLessThan(SCREEN);
    await host.picture(`height-${meeting}`);
  });
});
