import { describe, expect, it } from 'vitest';
import { violationsOfMessage } from '../block-kit/message.ts';
import { actions, button, many, menu, message, mrkdwn, option, plain, section, x } from './sample-blocks.ts';

describe('an element is refused for', () => {
  it.each<[string, unknown, string]>([
    ['one action_id twice', message(actions(button(), button())), 'two elements go'],
    ['a button without text', message(actions({ type: 'button', action_id: 'a' })), 'has no text'],
    ['a button over 75', message(actions(button({ text: plain(x(76)) }))), '76 long'],
    ['a mrkdwn button', message(actions(button({ text: mrkdwn('a') }))), 'not a valid plain_text object'],
    ['a value over 2000', message(actions(button({ value: x(2001) }))), 'value is 2001'],
    ['an action_id over 255', message(actions(button({ action_id: x(256) }))), 'action_id is 256'],
    [
      'an address over 3000',
      message(actions(button({ url: `https://a.example/${x(3000)}` }))),
      'url is 3018',
    ],
    [
      'an address of another scheme',
      message(actions(button({ url: 'meeting://1' }))),
      'not an http(s) address',
    ],
    ['an incomplete address', message(actions(button({ url: 'https://' }))), 'not an http(s) address'],
    ['an unknown style', message(actions(button({ style: 'default' }))), 'primary, danger'],
    ['a long label', message(actions(button({ accessibility_label: x(76) }))), 'label is 76'],
    [
      'two primary buttons',
      message(actions(button({ style: 'primary' })), section({ accessory: button({ style: 'primary' }) })),
      'more than one primary',
    ],
    ['a long confirmation', message(actions(button({ confirm: { text: plain(x(301)) } }))), '301 long'],
    [
      'a long confirm button',
      message(actions(button({ confirm: { text: plain('a'), deny: plain(x(31)) } }))),
      '31 long',
    ],
    ['an option over 75', message(actions(menu({ options: [option({ text: plain(x(76)) })] }))), '76 long'],
    [
      'an option value over 75',
      message(actions(menu({ options: [option({ value: x(76) })] }))),
      'value is 76',
    ],
    ['an option without value', message(actions(menu({ options: [{ text: plain('a') }] }))), 'has no value'],
    [
      'a link in a menu option',
      message(actions(menu({ options: [option({ url: 'https://a.example/' })] }))),
      'unknown property url',
    ],
    ['101 options', message(actions(menu({ options: many(101, () => option()) }))), '101 entries'],
    [
      'options and groups',
      message(actions(menu({ option_groups: [{ label: plain('a'), options: [option()] }] }))),
      'either options or option_groups',
    ],
    [
      'a start that is not offered',
      message(actions(menu({ initial_option: option({ value: '2' }) }))),
      'does not offer',
    ],
    [
      'six in an overflow',
      message(actions({ type: 'overflow', action_id: 'm', options: many(6, () => option()) })),
      '6 entries',
    ],
    [
      'eleven boxes',
      message(actions({ type: 'checkboxes', action_id: 'm', options: many(11, () => option()) })),
      '11 entries',
    ],
    ['a placeholder over 150', message(actions(menu({ placeholder: plain(x(151)) }))), '151 long'],
    [
      'an e-mail field',
      message({ type: 'input', label: plain('a'), element: { type: 'email_text_input' } }),
      'email_text_input in a message',
    ],
  ])('%s', (_what, payload, problem) => {
    expect(violationsOfMessage(payload).join('; ')).toContain(problem);
  });
});
