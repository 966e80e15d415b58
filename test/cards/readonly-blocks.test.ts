import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../src/cards/blocks.ts';
import { findField } from '../../src/cards/find-form.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { type Block, slackBlocks } from '../../src/cards/readonly-blocks.ts';
import { wordsFor } from '../../src/cards/words/languages.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { cardOptions } from '../support/card-options.ts';
import { hostViewer, silentMeeting } from './silent-meeting.ts';

/** The arrays of a block that Slack's types let a caller change. */
const arraysIn = (node: unknown): unknown[] => {
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [node] : []), ...Object.values(node).flatMap(arraysIn)];
};

const copied = (blocks: readonly Block[]): void => {
  const arrays = new Set(arraysIn(blocks));
  const forSlack = slackBlocks(blocks);
  expect(forSlack).toEqual(blocks);
  expect(arraysIn(forSlack).filter((array) => arrays.has(array))).toEqual([]);
};

test('the blocks for Slack’s client are the card’s and share no array with it', () => {
  const view = viewFor(silentMeeting(), hostViewer, PRIVATE);
  fc.assert(fc.property(cardOptions, (options) => copied(meetingCard(view, options).blocks)));
  copied([findField(wordsFor('en', 'en'), true), findField(wordsFor('en', 'en'), false)]);
});

test('a card with blocks that may change is a card, and not the other way round', () => {
  const isChangeable: Card['blocks'] extends Block[] ? true : false = false;
  expect(isChangeable).toBe(false);
});
