import { describe, expect, it } from 'vitest';
import { violationsOfView } from '../block-kit/view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = { type: 'section', text: plain('a') };
const input = (element: object = { type: 'plain_text_input' }) => ({
  type: 'input',
  label: plain('Number'),
  element,
});
const modal = (extra: object = {}) => ({
  type: 'modal',
  title: plain('Meeting'),
  blocks: [section],
  ...extra,
});
const home = (extra: object = {}) => ({ type: 'home', blocks: [section], ...extra });
const primary = { type: 'button', text: plain('Join'), style: 'primary' };
const x = (length: number) => 'x'.repeat(length);
const sections = (count: number) => Array.from({ length: count }, () => section);

describe('a view that follows the rules', () => {
  it.each<[string, unknown]>([
    ['a modal', modal({ close: plain('Close'), notify_on_close: true, private_metadata: x(3000) })],
    [
      'a form',
      modal({ submit: plain('Find'), blocks: [input({ type: 'plain_text_input', max_length: 3000 })] }),
    ],
    ['an alert in a modal', modal({ blocks: [{ type: 'alert', level: 'warning', text: plain('Late') }] })],
    ['a Home tab of 100 blocks', home({ blocks: sections(100), callback_id: 'home' })],
    [
      'a table on the Home tab',
      home({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }),
    ],
  ])('%s', (_what, view) => {
    expect(violationsOfView(view)).toEqual([]);
  });
});

describe('a view that breaks one', () => {
  it.each<[string, unknown, string]>([
    ['no view', undefined, 'is not a valid view'],
    ['an unknown type', { type: 'panel' }, 'is not a valid view: panel'],
    ['no title', { type: 'modal', blocks: [section] }, 'has no title'],
    ['a title over 24', modal({ title: plain(x(25)) }), 'title.text is 25'],
    ['a submit over 24', modal({ submit: plain(x(25)) }), 'submit.text is 25'],
    ['a close over 24', modal({ close: plain(x(25)) }), 'close.text is 25'],
    ['an input without submit', modal({ blocks: [input()] }), 'no submit'],
    ['private_metadata over 3000', modal({ private_metadata: x(3001) }), 'private_metadata is 3001'],
    ['callback_id over 255', modal({ callback_id: x(256) }), 'callback_id is 256'],
    ['no blocks', modal({ blocks: [] }), 'at least 1'],
    ['101 blocks', home({ blocks: sections(101) }), '101 entries'],
    [
      'over 250 KB',
      home({ blocks: Array.from({ length: 90 }, () => ({ type: 'section', text: plain(x(2990)) })) }),
      'bytes',
    ],
    ['a title on the Home tab', home({ title: plain('a') }), 'unknown property title'],
    [
      'an alert on the Home tab',
      home({ blocks: [{ type: 'alert', text: plain('a') }] }),
      'alert block in a home',
    ],
    [
      'markdown in a modal',
      modal({ blocks: [{ type: 'markdown', text: 'a' }] }),
      'markdown block in a modal',
    ],
    [
      'a container in a modal',
      modal({ blocks: [{ type: 'container', title: plain('a'), child_blocks: [section] }] }),
      'container block in a modal',
    ],
    [
      'a date and time on the Home tab',
      home({ blocks: [input({ type: 'datetimepicker' })] }),
      'datetimepicker in a home',
    ],
    [
      'max_length over 3000',
      modal({ submit: plain('a'), blocks: [input({ type: 'plain_text_input', max_length: 3001 })] }),
      '1 to 3000',
    ],
    [
      'two in focus',
      modal({
        submit: plain('a'),
        blocks: [1, 2].map(() => input({ type: 'plain_text_input', focus_on_load: true })),
      }),
      'focus_on_load',
    ],
    [
      'a button as an input',
      modal({ submit: plain('a'), blocks: [input(primary)] }),
      'not a valid element of an input block',
    ],
  ])('%s', (_what, view, problem) => {
    expect(violationsOfView(view).join('; ')).toContain(problem);
  });
});
