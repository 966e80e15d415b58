import { expect, test } from 'vitest';
import type { Card } from '../../src/cards/blocks.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { tenantId } from '../../src/core/tenant.ts';
import { type CardInput, cardCache } from '../../src/slack/card-cache.ts';
import { JsonBody } from '../../src/slack/json-body.ts';
import { type Message, messageBody } from '../../src/slack/response-url.ts';
import { hostViewer, now, silentMeeting } from '../cards/silent-meeting.ts';

const input: CardInput = {
  view: viewFor(silentMeeting(), hostViewer, PRIVATE),
  locale: 'zh-CN',
  now,
  asOf: now,
  stale: false,
  surface: { kind: 'private' },
};

/** A card out of the cache, and an equal one that was never in it. */
function bothCards(): { cached: Card; plain: Card } {
  const tenant = tenantId('one');
  if (tenant === undefined) throw new Error('"one" is a tenant id.');
  const cards = cardCache()(tenant);
  cards(input);
  const cached = cards(input);
  return { cached, plain: { blocks: cached.blocks, text: cached.text } };
}

const ephemeral = (card: Card): Message => ({ card, to: 'user', replaces: false });

test('the body of a cached card is written once, and is the body of the card', () => {
  const { cached, plain } = bothCards();
  const [body, again] = [messageBody(ephemeral(cached)), messageBody(ephemeral(cached))];
  expect(JsonBody.bytesOf(body)).toBe(JsonBody.bytesOf(again));
  expect(JsonBody.bytesOf(body).toString()).toBe(JSON.stringify(messageBody(ephemeral(plain))));
});

test('a body with its JSON is written by JSON.stringify, and spread, as any other', () => {
  const { cached, plain } = bothCards();
  const body = messageBody(ephemeral(cached));
  expect(JSON.stringify(body)).toBe(JSON.stringify(messageBody(ephemeral(plain))));
  expect({ ...body }).toEqual(messageBody(ephemeral(plain)));
});

test('a copy of a body that was changed is written as it is now', () => {
  const body = { ...new JsonBody({ text: 'one' }), text: 'two' };
  expect(JsonBody.bytesOf(body).toString()).toBe('{"text":"two"}');
});

test('a copy of a cached card with other blocks has a body of its own', () => {
  const { cached } = bothCards();
  const body = messageBody(ephemeral({ ...cached, blocks: [] }));
  expect(JSON.parse(JsonBody.bytesOf(body).toString())).toMatchObject({ blocks: [], text: cached.text });
});

test.each<[string, Partial<Message>]>([
  ['is for the channel', { to: 'channel' }],
  ['replaces the original', { replaces: true }],
  ['is in a thread', { threadTs: '1.2' }],
])('a message that %s says so, also with a cached card', (_which, change) => {
  const { cached, plain } = bothCards();
  const [sent, expected] = [cached, plain].map((card) =>
    JsonBody.bytesOf(messageBody({ ...ephemeral(card), ...change })).toString(),
  );
  expect(sent).toBe(expected);
  expect(sent).not.toBe(JsonBody.bytesOf(messageBody(ephemeral(cached))).toString());
});
