import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import type { Visitor } from './support/visitor.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

/** Chooses a reminder by the menu of the person's own newest card. */
async function asksToBeReminded(who: Visitor, meeting: number, before: string): Promise<void> {
  await who.say(`/meeting ${meeting}`);
  await who.pick(who.newest(), 'Remind me…');
  await who
    .newest()
    .getByRole('button', { name: `${before} before` })
    .click();
  await see(who.newest(), `You will be reminded ${before} before the meeting starts.`);
}

describe('a reminder', () => {
  it('is chosen in the menu of a card, stands on the Home tab, and is undone there', async () => {
    const lucy = await visit('attendee');
    await asksToBeReminded(lucy, 700_002, '10 minutes');
    await lucy.picture('reminder-set');
    await lucy.page.getByRole('button', { name: 'Home' }).click();
    const home = lucy.page.getByRole('region', { name: 'Home' });
    await see(home, 'Your reminders', 'Design review: search results', /10 minutes before/);
    await lucy.picture('reminders-home');
    await home.getByRole('button', { name: /^Undo/ }).click();
    await home.getByText('Your reminders').waitFor({ state: 'detached' });
  });

  it('of a meeting that is cancelled arrives as a direct message that says so', async () => {
    const lucy = await visit('attendee');
    await asksToBeReminded(lucy, 700_012, '5 minutes');
    await lucy.change(700_012, 'Cancel');
    await lucy.page.getByRole('button', { name: 'Messages' }).click();
    await see(lucy.newest(), 'This meeting was called off', 'Stand-up');
    await lucy.picture('reminder-called-off');
  });
});
