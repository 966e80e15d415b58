import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('looking a meeting up', () => {
  it('shows the card to the user alone', async () => {
    const lucy = await visit('attendee');
    const polly = await visit('stranger');
    await lucy.say('/meeting 700001');
    const card = lucy.newest();
    await see(card, 'Only visible to you', '季度评审 · Quarterly review', 'Live now', 'When', '杏花村');
    await lucy.unseen(card, 'Your time');
    await card.getByRole('link', { name: /^Join/ }).first().waitFor();
    await lucy.picture('look-up');
    await see(polly.page.getByRole('log'), 'Nothing has been said here.');
  });

  it('is in the language of their Slack', async () => {
    const liLei = await visit('coHost');
    await liLei.say('/meeting 700001');
    await see(liLei.newest(), '你的角色', '联席主持人');
    await liLei.picture('look-up-zh');
  });
});
