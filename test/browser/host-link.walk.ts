import { beforeAll, describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const HOST_LINK = 'https://ntest.qsh1.cn/k/host700001';
const { visit, know } = walk();

beforeAll(() => know(700_001));

describe("a host's link in a message", () => {
  it('gets the card that all may see, and its sender is warned in private', async () => {
    const polly = await visit('stranger');
    const lucy = await visit('attendee');
    await polly.say(`Come in: ${HOST_LINK}`);
    const warning = polly.page.getByRole('article', { name: 'only visible to you' });
    await see(warning, 'becomes the', 'Edit or delete your message', 'Share this attendee link instead');
    await warning.getByRole('link', { name: 'https://ntest.qsh1.cn/k/att700001' }).waitFor();
    const preview = lucy.newest().getByRole('figure', { name: `Preview of ${HOST_LINK}` });
    await see(preview, '季度评审 · Quarterly review');
    expect(await preview.getByRole('link').evaluateAll((all) => all.map(String))).not.toContain(HOST_LINK);
    expect(await lucy.page.getByText('Edit or delete your message').count()).toBe(0);
    await polly.picture('host-link');
  });
});
