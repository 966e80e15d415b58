import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('sharing a card', () => {
  it('puts it before everybody, with what all may see and who shared it', async () => {
    const han = await visit('host');
    const polly = await visit('stranger');
    await han.say('/meeting 700001');
    await see(han.newest(), 'Your role');
    await han.newest().getByRole('button', { name: 'Share to channel' }).click();
    const shared = polly.page.getByRole('article', { name: 'Meeting Cards to all' });
    await see(shared, '季度评审 · Quarterly review', 'Shared by', '@韩梅梅');
    await polly.unseen(shared, 'Your role', 'Attendee password');
    await polly.picture('share');
  });

  it('does so at once when it is typed', async () => {
    const lucy = await visit('attendee');
    const polly = await visit('stranger');
    await lucy.say('/meeting share 700002');
    const shared = polly.page.getByRole('article', { name: 'Meeting Cards to all' }).last();
    await see(shared, 'Design review: search results', '@Lucy Brown');
  });
});
