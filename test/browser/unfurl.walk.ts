import { beforeAll, describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';
const { visit, know } = walk();

beforeAll(() => know(700_001));

describe('a meeting link in a message', () => {
  it('gets a compact card that all see, and whose buttons answer each alone', async () => {
    const lucy = await visit('attendee');
    const han = await visit('host');
    await lucy.say(`Shall we meet? ${LINK}`);
    const preview = han.page.getByRole('figure', { name: `Preview of ${LINK}` });
    await see(preview, '季度评审 · Quarterly review', 'Live now');
    await lucy.picture('unfurl');

    await preview.getByRole('button', { name: 'My access' }).click();
    await see(han.newest(), 'You are the host of');
    await preview.getByRole('button', { name: 'Details' }).click();
    await see(han.modal(), '季度评审 · Quarterly review', 'Host', 'Your role');
    await han.picture('unfurl-details');
    await han.modal().getByRole('button', { name: 'Close', exact: true }).click();
    await han.modal().waitFor({ state: 'detached' });
    expect(await lucy.page.getByText('You are the host of').count()).toBe(0);
  });

  it('is shown while it is still being typed', async () => {
    const polly = await visit('stranger');
    await polly.page.getByRole('textbox').pressSequentially(`${LINK} `);
    const form = polly.page.locator('form.composer');
    await see(form.getByRole('figure', { name: `Preview of ${LINK}` }), 'Live now');
    await polly.picture('unfurl-typing');
  });
});
