import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('a card in a channel follows its meeting', () => {
  it('when it is moved and then cancelled, with a note in its thread each time', async () => {
    const lucy = await visit('attendee');
    const polly = await visit('stranger');
    await lucy.say('/meeting share 700002');
    const card = polly.page.getByRole('article', { name: 'Meeting Cards to all' }).first();
    await see(card, 'Upcoming');
    await polly.unfold(card);
    await see(card, '10:00 – 10:45');
    await polly.picture('follow-before');
    await polly.change(700_002, 'Move by an hour');
    const thread = card.getByRole('list', { name: 'Thread' });
    await see(thread, 'This meeting was moved', '11:00 – 11:45');
    await polly.picture('follow-after');
    await polly.change(700_002, 'Cancel');
    await see(thread, 'This meeting was cancelled');
    await see(card, /^Cancelled$/);
    await card.getByRole('link', { name: /^Join/ }).first().waitFor({ state: 'detached' });
    await polly.picture('follow-cancelled');
  });

  it('when it starts, with how many people are in it, and when it ends', async () => {
    const han = await visit('host');
    const lucy = await visit('attendee');
    await lucy.say('/meeting share 700012');
    const card = han.page.getByRole('article', { name: 'Meeting Cards to all' }).last();
    await see(card, 'Upcoming');
    await han.change(700_012, 'Start');
    await see(card, 'Live now');
    await han.unfold(card);
    await see(card, /3 in the meeting/);
    await han.picture('follow-live');
    await lucy.say('/meeting 700012');
    await see(lucy.newest(), 'Live now', /3 in the meeting/);
    await lucy.say('/meeting share 700001');
    const other = han.page.getByRole('article', { name: 'Meeting Cards to all' }).last();
    await see(other, 'Live now');
    await han.change(700_001, 'End');
    await see(other, /^Ended$/);
    await han.unfold(other);
    await see(other, /lasted 3\d min/);
    await other.getByRole('link', { name: /^Join/ }).first().waitFor({ state: 'detached' });
    await han.picture('follow-ended');
  });

  it('until whoever shared it removes it, which nobody else can', async () => {
    const lucy = await visit('attendee');
    const polly = await visit('stranger');
    await lucy.say('/meeting share 700009');
    const title = '保密评标会 · Sealed bids';
    const shared = (who: typeof lucy) =>
      who.page.getByRole('article', { name: 'Meeting Cards to all' }).filter({ hasText: title });
    const remove = (who: typeof lucy) => who.pick(shared(who), 'Remove this card');
    await remove(polly);
    await see(polly.newest(), 'Only the person who shared this card can remove it.');
    await remove(lucy);
    await shared(polly).waitFor({ state: 'detached' });
  });
});
