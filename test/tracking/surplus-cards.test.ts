import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { channel } from '../../sandbox/slack/state/channels.ts';
import { isChannelId } from '../../src/core/channel.ts';
import { surplusCards } from '../../src/tracking/surplus-cards.ts';
import { changes, metric, shares, showsSoon } from '../support/following.ts';
import { choose } from '../support/interactions.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

const SOON = '700012';

/** Cards of these channels, each posted a second after the one before. */
const cardsIn = (...channels: readonly string[]) =>
  new Map(
    channels.filter(isChannelId).map((id, nth) => [
      `${id}-${nth}`,
      {
        place: {
          kind: 'message',
          channel: id,
          ts: `${1_924_826_400 + nth}.000100`,
          threadTs: undefined,
          sharedBy: undefined,
          reach: 'company',
        } as const,
      },
    ]),
  );

test('as many cards as are allowed all follow their meeting', () => {
  expect(surplusCards(cardsIn('C1', 'C1', 'C2'), 3)).toEqual([]);
});

test('the channel with the most cards gives up its oldest', () => {
  expect(surplusCards(cardsIn('C2', 'C1', 'C1', 'C1'), 3)).toEqual(['C1-1']);
  expect(surplusCards(cardsIn('C2', 'C1', 'C1', 'C1'), 2)).toEqual(['C1-2', 'C1-1']);
});

test('of channels with one card each the oldest gives way', () => {
  expect(surplusCards(cardsIn('C1', 'C2', 'C3'), 2)).toEqual(['C1-0']);
});

test('a person who shares a meeting again and again takes no room of another channel, and the newest cards go on following', async () => {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1000' }, tracking: { cardsPerMeeting: 3 } });
  stage.slack.channels.set('C0SPAM', channel({ id: 'C0SPAM', members: new Set(['U0BOT']) }));
  const card = await shares(stage, SOON);
  const spam = [];
  for (let nth = 0; nth < 4; nth += 1) spam.push(await shares(stage, SOON, { channelId: 'C0SPAM' }));
  stage.advance(1);
  await until('two cards gave way', async () => (await metric(stage, 'surplus_cards_total')) === 2);
  expect(await metric(stage, 'followed_cards')).toBe(3);
  changes(stage, SOON, { title: 'Town hall' });
  stage.advance(5 * 60);
  await showsSoon(stage, () => card, 'Town hall');
  for (const followed of spam.slice(2)) await showsSoon(stage, () => followed, 'Town hall');
  for (const unfollowed of spam.slice(0, 2)) expect(shownIn(unfollowed)).not.toContain('Town hall');
});

test('a card that gave way shows what its meeting is when somebody refreshes it', async () => {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1000' }, tracking: { cardsPerMeeting: 1 } });
  const [older] = [await shares(stage, SOON), await shares(stage, SOON)];
  stage.advance(1);
  await until('one card gave way', async () => (await metric(stage, 'surplus_cards_total')) === 1);
  changes(stage, SOON, { title: 'Town hall' });
  stage.advance(2 * 60);
  await choose(stage, older, 'refresh');
  await showsSoon(stage, () => older, 'Town hall');
});
