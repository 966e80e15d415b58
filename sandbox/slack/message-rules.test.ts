import { describe, expect, it } from 'vitest';
import { violationsOfMessage } from '../block-kit/message.ts';
import {
  actions,
  button,
  image,
  many,
  menu,
  message,
  mrkdwn,
  option,
  plain,
  richSection,
  row,
  section,
  x,
} from './sample-blocks.ts';

describe('a message that follows the rules', () => {
  it.each<[string, unknown]>([
    ['text alone', { text: 'Hello' }],
    ['a command answered in the channel', { response_type: 'in_channel', text: 'Hello' }],
    ['a deletion', { delete_original: true }],
    ['an update by a form', { channel: 'C0TEAM', ts: '1.000001', text: 'Hello', unfurl_links: 'false' }],
    ['a header of 150', message({ type: 'header', text: plain(x(150)) })],
    ['a section of 3000 beside a button', message(section({ text: mrkdwn(x(3000)), accessory: button() }))],
    ['ten fields of 2000', message({ type: 'section', fields: many(10, () => mrkdwn(x(2000))) })],
    [
      'a context of images and text',
      message({ type: 'context', elements: [image(), mrkdwn('a'), plain('b')] }),
    ],
    ['25 buttons', message(actions(...many(25, (index) => button({ action_id: `go${index}` }))))],
    [
      'a button with everything',
      message(actions(button({ style: 'primary', value: x(2000), url: 'https://a.example/' }))),
    ],
    [
      'an overflow with links',
      message(
        section({
          accessory: { type: 'overflow', action_id: 'm', options: [option({ url: 'https://a.example/' })] },
        }),
      ),
    ],
    ['a menu that starts with its option', message(actions(menu({ initial_option: option() })))],
    [
      'a confirmation',
      message(
        actions(
          button({
            confirm: {
              title: plain('Sure?'),
              text: mrkdwn('*Share*'),
              confirm: plain('Yes'),
              deny: plain('No'),
            },
          }),
        ),
      ),
    ],
    [
      'rich text',
      message(
        richSection({ type: 'text', text: 'a', style: { bold: true } }, { type: 'user', user_id: 'U0HAN' }),
      ),
    ],
    [
      'a card and a carousel',
      message({ type: 'carousel', elements: [{ type: 'card', title: mrkdwn('a'), actions: [button()] }] }),
    ],
    [
      'a container',
      message({ type: 'container', title: plain('a'), child_blocks: [section(), { type: 'divider' }] }),
    ],
    ['a table', message({ type: 'table', rows: [row('a', 'b'), row('c')] })],
    ['a data table', message({ type: 'data_table', caption: 'c', rows: [row('a'), row('b')] })],
    ['markdown', message({ type: 'markdown', text: '# Title' })],
    ['an attachment', { text: 'a', attachments: [{ color: '#ff0000', blocks: [section()] }] }],
  ])('%s', (_what, payload) => {
    expect(violationsOfMessage(payload)).toEqual([]);
  });
});

describe('a message is refused for', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'Hello', 'must be an object'],
    ['nothing to say', { text: '' }, 'says nothing'],
    ['blocks without text', { blocks: [section()] }, 'need a text'],
    ['blocks with blank text', { text: ' ', blocks: [section()] }, 'need a text'],
    ['text over 4000', { text: x(4001) }, 'text is 4001 long'],
    ['text that is a number', { text: 7 }, 'must be a string'],
    ['a live mention in the text', { text: '<!channel>' }, 'calls people together'],
    ['names turned into mentions', { text: '@all', link_names: true }, 'must not turn names'],
    ['blocks that are not a list', { text: 'a', blocks: '{}' }, 'must be a list'],
    ['51 blocks', message(...many(51, () => section())), '51 entries'],
    ['an unknown block', message({ type: 'banner' }), 'is not a valid block: banner'],
    ['a block without a type', message({}), 'is not a valid block: undefined'],
    ['an unknown property', message(section({ colour: 'red' })), 'unknown property colour'],
    ['a property of every object', message(section({ constructor: 'x' })), 'unknown property constructor'],
    ['an alert', message({ type: 'alert', text: plain('a') }), 'alert block in a message'],
    ['two blocks of one id', message(section({ block_id: 'a' }), section({ block_id: 'a' })), 'two blocks a'],
    ['a block_id over 255', message(section({ block_id: x(256) })), 'block_id is 256 long'],
    ['101 attachments', { text: 'a', attachments: many(101, () => ({ text: 'a' })) }, '101 entries'],
    [
      'a wrong block in an attachment',
      { text: 'a', attachments: [{ blocks: [{ type: 'alert' }] }] },
      'attachments[0].blocks[0]',
    ],
    ['markdown_text beside text', { text: 'a', markdown_text: 'b' }, 'stands alone'],
    ['a wrong response_type', { text: 'a', response_type: 'public' }, 'in_channel, ephemeral'],
    ['a wrong thread', { text: 'a', thread_ts: '17' }, 'message timestamp'],
    ['a flag in words', { text: 'a', replace_original: 'yes' }, 'true or false'],
  ])('%s', (_what, payload, problem) => {
    expect(violationsOfMessage(payload).join('; ')).toContain(problem);
  });
});
