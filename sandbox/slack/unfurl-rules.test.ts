import { describe, expect, it } from 'vitest';
import { violationsOfUnfurl } from '../block-kit/unfurl.ts';
import { button, plain, section } from './sample-blocks.ts';

const primary = button({ style: 'primary' });
const sections = (count: number) => Array.from({ length: count }, () => section());

describe('the preview of a link', () => {
  it.each<[string, unknown]>([
    ['blocks', { blocks: [section(), { type: 'actions', elements: [primary] }] }],
    [
      'a title while typing',
      { blocks: [section()], preview: { title: plain('Review'), icon_url: 'https://a.example/i.png' } },
    ],
    ['the older form', { title: 'Review', title_link: 'https://qsh1.cn/r/1', text: '*Live*' }],
  ])('may have %s', (_what, unfurl) => {
    expect(violationsOfUnfurl(unfurl)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['rich text', { blocks: [{ type: 'rich_text', elements: [] }] }, 'rich_text block in a unfurl'],
    ['an alert', { blocks: [{ type: 'alert', text: plain('a') }] }, 'alert block in a unfurl'],
    [
      'a card',
      { blocks: [{ type: 'card', title: { type: 'mrkdwn', text: 'a' } }] },
      'card block in a unfurl',
    ],
    ['51 blocks', { blocks: sections(51) }, '51 entries'],
    ['nothing', {}, 'shows nothing'],
    ['a text', 'a', 'must be an object'],
    ['unknown parts', { blocks: [section()], colour: 'red' }, 'unknown property colour'],
    [
      'two primary buttons',
      { blocks: [{ type: 'actions', elements: [primary, button({ action_id: 'b', style: 'primary' })] }] },
      'more than one primary',
    ],
  ])('may not have %s', (_what, unfurl, problem) => {
    expect(violationsOfUnfurl(unfurl).join('; ')).toContain(problem);
  });
});
