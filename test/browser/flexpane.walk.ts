import { beforeAll, describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';
const ATTENDEE_PASSWORD = '201501990002700001';
const HOST_PASSWORD = '201501990001700001';
const { visit, know } = walk();

beforeAll(() => know(700_001));

describe('the flexpane of a meeting link', () => {
  it('shows attendee and host each their own access to the same meeting', async () => {
    const lucy = await visit('attendee');
    const han = await visit('host');
    await lucy.say(`Shall we meet? ${LINK}`);
    const hers = await lucy.openFlexpane(LINK);
    await see(hers, 'Quarterly review', 'Live now', 'attendee', ATTENDEE_PASSWORD);
    await lucy.unseen(hers, HOST_PASSWORD);
    await lucy.picture('flexpane');
    const his = await han.openFlexpane(LINK);
    await see(his, 'Quarterly review', 'host', HOST_PASSWORD);
    await han.picture('flexpane-host');
  });

  it('shows a stranger what everybody may see', async () => {
    const polly = await visit('stranger');
    await polly.say(LINK);
    const pane = await polly.openFlexpane(LINK);
    await see(pane, 'Quarterly review', 'Live now');
    await polly.unseen(pane, ATTENDEE_PASSWORD, HOST_PASSWORD, 'Your role');
  });

  it('is in its reader’s language', async () => {
    const liLei = await visit('coHost');
    await liLei.say(LINK);
    await see(await liLei.openFlexpane(LINK), '进行中', '联席主持人');
    await liLei.picture('flexpane-zh');
  });

  it('is closed by Escape, and the focus is back on the title', async () => {
    const polly = await visit('stranger');
    await polly.say(LINK);
    const pane = await polly.openFlexpane(LINK);
    await polly.page.keyboard.press('Escape');
    await pane.waitFor({ state: 'detached' });
    expect(await polly.page.locator(':focus').textContent()).toContain('Quarterly review');
    await polly.page.getByRole('region', { name: 'Change a meeting' }).waitFor();
  });
});
