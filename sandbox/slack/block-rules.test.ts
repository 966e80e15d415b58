import { describe, expect, it } from 'vitest';
import { violationsOfMessage } from '../block-kit/message.ts';
import { actions, button, image, many, message, mrkdwn, plain, section, x } from './sample-blocks.ts';

describe('a block is refused for', () => {
  it.each<[string, unknown, string]>([
    ['an empty section', message({ type: 'section' }), 'neither text nor fields'],
    ['an empty text', message(section({ text: mrkdwn('') })), 'text.text is empty'],
    ['a blank text', message(section({ text: mrkdwn(' \n') })), 'is blank'],
    ['a section over 3000', message(section({ text: mrkdwn(x(3001)) })), '3001 long'],
    [
      'characters beyond the basic plane count twice',
      message(section({ text: mrkdwn('😀'.repeat(1501)) })),
      '3002 long',
    ],
    ['eleven fields', message({ type: 'section', fields: many(11, () => plain('a')) }), '11 entries'],
    ['a field over 2000', message({ type: 'section', fields: [plain(x(2001))] }), 'fields[0].text is 2001'],
    ['mrkdwn in a header', message({ type: 'header', text: mrkdwn('a') }), 'not a valid plain_text object'],
    ['a header over 150', message({ type: 'header', text: plain(x(151)) }), '151 long'],
    [
      'emoji on mrkdwn',
      message(section({ text: { ...mrkdwn('a'), emoji: true } })),
      'unknown property emoji',
    ],
    [
      'verbatim on plain text',
      message(section({ text: { ...plain('a'), verbatim: true } })),
      'unknown property verbatim',
    ],
    ['unescaped mrkdwn', message(section({ text: mrkdwn('a <b') })), 'unescaped'],
    ['eleven in a context', message({ type: 'context', elements: many(11, () => plain('a')) }), '11 entries'],
    ['a button in a context', message({ type: 'context', elements: [button()] }), 'not a valid text object'],
    ['an empty context', message({ type: 'context', elements: [] }), 'at least 1'],
    [
      '26 buttons',
      message(actions(...many(26, (index) => button({ action_id: `go${index}` })))),
      '26 entries',
    ],
    ['actions without elements', message({ type: 'actions' }), 'has no elements'],
    [
      'text among the actions',
      message(actions(mrkdwn('a'))),
      'not a valid element of an actions block: mrkdwn',
    ],
    [
      'an image without alt text',
      message({ type: 'image', image_url: 'https://a.example/1.png' }),
      'has no alt_text',
    ],
    [
      'an image of two sources',
      message(image({ slack_file: { id: 'F1' } })),
      'either image_url or slack_file',
    ],
  ])('%s', (_what, payload, problem) => {
    expect(violationsOfMessage(payload).join('; ')).toContain(problem);
  });
});
