import { expect, test } from 'vitest';
import type { Card } from '../../src/cards/blocks.ts';
import { cardCache } from '../../src/slack/card-cache.ts';
import { decoded } from '../support/decoded.ts';

const copy = () => decoded();

/** A kitchen that counts: each card says the how-manieth it is. */
function kitchen(): () => Card {
  let made = 0;
  return () => {
    made += 1;
    return { blocks: [], text: String(made) };
  };
}

test('a card of one copy on the same terms is made once', () => {
  const [cards, make, meeting] = [cardCache(), kitchen(), copy()];
  expect(cards(meeting, 'private en', make)).toBe(cards(meeting, 'private en', make));
});

test('other terms and another copy make another card', () => {
  const [cards, make, meeting] = [cardCache(), kitchen(), copy()];
  const texts = [cards(meeting, 'en', make), cards(meeting, 'zh', make), cards(copy(), 'en', make)];
  expect(texts.map(({ text }) => text)).toEqual(['1', '2', '3']);
});

test('of very many cards the oldest is forgotten', () => {
  const [cards, make, meeting] = [cardCache(), kitchen(), copy()];
  for (let nth = 0; nth <= 200; nth += 1) cards(meeting, `reader ${nth}`, make);
  expect(cards(meeting, 'reader 1', make).text).toBe('2');
  expect(cards(meeting, 'reader 0', make).text).toBe('202');
});
