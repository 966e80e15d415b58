import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('the find shortcut', () => {
  it('marks a wrong value at the field, and shows the card in the same modal', async () => {
    const lucy = await visit('attendee');
    await lucy.page.getByRole('button', { name: 'Find a meeting' }).click();
    const field = lucy.modal().getByRole('textbox', { name: 'Which meeting?' });
    await field.fill('the weekly');
    await lucy.modal().getByRole('button', { name: 'Find' }).click();
    await see(lucy.modal().getByRole('alert'), 'You have no meeting with the weekly');
    await lucy.picture('find-form-wrong');
    await field.fill('700002');
    await field.press('Enter');
    await see(lucy.modal(), 'Design review: search results', 'Your role');
    await lucy.picture('find-form');
    await lucy.modal().getByRole('button', { name: 'Close all' }).click();
    await lucy.modal().waitFor({ state: 'detached' });
  });
});
