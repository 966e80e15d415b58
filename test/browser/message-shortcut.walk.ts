import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('Show meeting details in the menu of a message', () => {
  it('offers the meetings that the message names, shows one, and posts it in the thread', async () => {
    const polly = await visit('stranger');
    await polly.say('Shall we meet in meeting 700001 or in meeting 700002?');
    await polly.meetingDetails();
    await see(polly.modal(), 'This message mentions more than one meeting.');
    await polly.picture('message-shortcut-choice');
    await polly.modal().getByRole('button', { name: 'Details' }).last().click();
    await see(polly.modal(), 'Design review: search results', 'Your time');
    await polly.modal().getByRole('button', { name: 'Post in thread' }).click();
    const thread = polly.page.getByRole('list', { name: 'Thread' });
    await see(thread, 'Design review: search results');
    await polly.page.keyboard.press('Escape');
    await polly.picture('message-shortcut');
  });

  it('offers the form where the message names none', async () => {
    const polly = await visit('stranger');
    await polly.say('Where do we meet?');
    await polly.meetingDetails();
    await see(polly.modal(), 'This message does not mention a meeting.', 'Which meeting?');
    await polly.modal().getByRole('textbox').fill('700001');
    await polly.modal().getByRole('button', { name: 'Find' }).click();
    await see(polly.modal(), '季度评审 · Quarterly review');
  });
});
