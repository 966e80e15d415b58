import { describe, expect, it } from 'vitest';
import { violationsOfMessage } from '../block-kit/message.ts';
import { many, message, mrkdwn, plain, richSection, row, section, x } from './sample-blocks.ts';

describe('a newer block is refused for', () => {
  it.each<[string, unknown, string]>([
    [
      'an unknown rich text element',
      message(richSection({ type: 'emote' })),
      'not a valid rich text element: emote',
    ],
    [
      'a broadcast in rich text',
      message(richSection({ type: 'broadcast', range: 'here' })),
      'calls people together',
    ],
    ['101 rows', message({ type: 'table', rows: many(101, () => row('a')) }), '101 entries'],
    ['21 columns', message({ type: 'table', rows: [row(...many(21, () => 'a'))] }), '21 entries'],
    [
      '10,000 characters in tables',
      message({ type: 'table', rows: [row(x(5001))] }, { type: 'table', rows: [row(x(5000))] }),
      '10001 characters',
    ],
    [
      'a data table without caption',
      message({ type: 'data_table', rows: [row('a'), row('b')] }),
      'has no caption',
    ],
    [
      'an uneven data table',
      message({ type: 'data_table', caption: 'c', rows: [row('a'), row('b', 'c')] }),
      'different lengths',
    ],
    [
      '12,000 characters of markdown',
      message({ type: 'markdown', text: x(6001) }, { type: 'markdown', text: x(6000) }),
      '12001 characters',
    ],
    ['an empty card', message({ type: 'card', subtitle: mrkdwn('a') }), 'shows nothing'],
    ['a card body over 200', message({ type: 'card', body: mrkdwn(x(201)) }), '201 long'],
    [
      'eleven cards',
      message({ type: 'carousel', elements: many(11, () => ({ type: 'card', title: mrkdwn('a') })) }),
      '11 entries',
    ],
    ['a container without title', message({ type: 'container', child_blocks: [section()] }), 'has no title'],
    [
      'eleven in a container',
      message({ type: 'container', title: plain('a'), child_blocks: many(11, () => section()) }),
      '11 entries',
    ],
    [
      'a container in a container',
      message({ type: 'container', title: plain('a'), child_blocks: [{ type: 'container' }] }),
      'not a valid block for a container',
    ],
    [
      'an id repeated inside',
      message(section({ block_id: 'a' }), {
        type: 'container',
        title: plain('a'),
        child_blocks: [section({ block_id: 'a' })],
      }),
      'two blocks a',
    ],
  ])('%s', (_what, payload, problem) => {
    expect(violationsOfMessage(payload).join('; ')).toContain(problem);
  });
});
