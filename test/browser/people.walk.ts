import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('people', () => {
  it('are shown by pages of forty', async () => {
    const polly = await visit('stranger');
    await polly.say('/meeting 700010');
    await polly.pick(polly.newest(), 'People');
    await see(polly.modal(), 'page 1 of 75');
    await polly.modal().getByRole('button', { name: 'Next' }).click();
    await see(polly.modal(), 'page 2 of 75');
    await polly.picture('people');
    await polly.modal().getByRole('button', { name: 'Previous' }).click();
    await see(polly.modal(), 'page 1 of 75');
  });
});
