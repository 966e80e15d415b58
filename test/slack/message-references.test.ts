import { describe, expect, test } from 'vitest';
import { referencesInMessage } from '../../src/slack/payloads/message-references.ts';

const DOMAINS = ['qsh1.cn'];
const LINK = 'https://ntest.qsh1.cn/k/att700001';

const idsIn = (message: unknown): string[] =>
  referencesInMessage(message, DOMAINS).map((reference) => {
    if (reference.kind === 'event') return reference.eventId;
    return reference.kind === 'link' ? reference.key : reference.password;
  });

const rich = (...elements: object[]) => ({
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

describe('a meeting is found in', () => {
  test.each([
    ['a link as Slack writes it', { text: `see <${LINK}>` }],
    ['a link with a label', { text: `see <${LINK}?a=1&amp;b=2|our meeting>` }],
    ['a bare link', { text: `see ${LINK}.` }],
    ['a rich text link', rich({ type: 'link', url: LINK, text: 'our meeting' })],
    ['a section', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `<${LINK}|x>` } }] }],
    ['a section’s fields', { blocks: [{ type: 'section', fields: [{ type: 'mrkdwn', text: LINK }] }] }],
    [
      "a button's address",
      { blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'x', url: LINK }] }] },
    ],
    [
      'an accessory',
      { blocks: [{ type: 'section', accessory: { type: 'button', action_id: 'x', url: LINK } }] },
    ],
    ['an attachment', { attachments: [{ title: 'Invitation', title_link: LINK }] }],
    [
      "an attachment's blocks",
      { attachments: [{ blocks: [{ type: 'context', elements: [{ text: LINK }] }] }] },
    ],
    ['what an attachment was made from', { attachments: [{ from_url: LINK }] }],
    ['a quote in a list', { blocks: [{ elements: [{ elements: [{ elements: [{ text: LINK }] }] }] }] }],
  ])('%s', (_where, message) => {
    expect(idsIn(message)).toEqual(['ntest.qsh1.cn/k/att700001']);
  });

  test.each([
    ['meeting 649128', '649128'],
    ['Meeting ID: 649 128', '649128'],
    ['会议号：649128', '649128'],
    ['会议 ６４９１２８', '649128'],
    ['join the 649128 meeting', '649128'],
    ['conference no. 649128', '649128'],
    ['event #649128', '649128'],
  ])('the words %s', (text, id) => {
    expect(idsIn({ text })).toEqual([id]);
  });

  test('rich text whose pieces only together name it', () => {
    expect(idsIn(rich({ type: 'text', text: 'meeting ' }, { type: 'text', text: '649128' }))).toEqual([
      '649128',
    ]);
  });

  test.each(['meeting_details', 'meeting_access', 'meeting_share', 'meeting_refresh'])(
    'a card of our own, by its button %s',
    (action_id) => {
      const elements = [{ type: 'button', action_id, value: '700001' }];
      expect(idsIn({ blocks: [{ type: 'actions', elements }] })).toEqual(['700001']);
    },
  );
});

describe('no meeting is found in', () => {
  test.each([
    ['a number by itself', { text: 'invoice 649128 is paid' }],
    ['a telephone number', { text: 'call 13800138000 before the meeting' }],
    ['a time', { text: 'the meeting is at 10:30, room 1412' }],
    ['a link of others', { text: '<https://example.com/k/700001>' }],
    ["another app's button", { blocks: [{ elements: [{ action_id: 'approve', value: '700001' }] }] }],
    ['a bare domain', { text: 'https://qsh1.cn' }],
    ['nothing', {}],
    ['no message', null],
  ])('%s', (_what, message) => {
    expect(idsIn(message)).toEqual([]);
  });
});

test('each meeting is found once, in reading order', () => {
  const text = 'meeting 700001, meeting 700002 and again meeting 700001';
  expect(idsIn({ text, blocks: [{ text: { text } }] })).toEqual(['700001', '700002']);
});

test('ten meetings are enough', () => {
  const text = Array.from({ length: 15 }, (_, nth) => `meeting ${700_000 + nth}`).join(', ');
  expect(idsIn({ text })).toHaveLength(10);
});

test('a message nested without end is read as far as it is sane', () => {
  let message: unknown = { text: LINK };
  for (let depth = 0; depth < 1000; depth += 1) message = { blocks: [message] };
  expect(idsIn(message)).toEqual([]);
});

describe('of a message that is longer than Slack makes them', () => {
  const filler = (length: number) => ({ text: 'x'.repeat(length) });

  test('the texts that fit into 200,000 characters are read', () => {
    expect(idsIn({ blocks: [filler(199_900), { text: 'meeting 700001' }] })).toEqual(['700001']);
  });

  test('a text that does not fit is not read, and a shorter one after it is', () => {
    const blocks = [
      filler(199_900),
      { text: `meeting 700001${' '.repeat(100)}` },
      { text: 'meeting 700002' },
    ];
    expect(idsIn({ blocks })).toEqual(['700002']);
  });
});
