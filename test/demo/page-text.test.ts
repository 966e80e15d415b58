import { describe, expect, it } from 'vitest';
import { richText } from '../../demo/page/client/text/rich-text.ts';

const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), timeZone: 'Asia/Shanghai' };

function elementsOf(markup: string) {
  const [section] = richText(markup, clock).elements;
  return section?.elements ?? [];
}

const text = (said: string, style = {}) => ({ type: 'text', text: said, style });
const bold = { bold: true };

describe('mrkdwn on the page', () => {
  it.each([
    ['*bold* _it_', [text('bold', bold), text(' '), text('it', { italic: true })]],
    ['~*10:30*~ x', [text('10:30', { strike: true, bold: true }), text(' x')]],
    ['标题*粗*', [text('标题*粗*')]],
    ['`a *b* &lt;c&gt;`', [text('a *b* <c>', { code: true })]],
    ['*<https://a.example/?x=1&amp;y=2|one *two*>*', [link('https://a.example/?x=1&y=2', 'one *two*', bold)]],
    ['<https://a.example>', [link('https://a.example', 'https://a.example')]],
    ['*<@U0HAN>*', [{ type: 'user', user_id: 'U0HAN', style: bold }]],
    ['<#C0TEAM|team>', [{ type: 'channel', channel_id: 'C0TEAM', style: {} }]],
    ['<!here>', [{ type: 'broadcast', range: 'here', style: {} }]],
    ['<!subteam^S1|@all>', [text('@all')]],
    ['<!date^1767225600^{date_short_pretty} {time}|then>', [text('Today 08:00')]],
    ['<!date^1767225600^{time}^https://a.example|then>', [link('https://a.example', '08:00')]],
    ['<!date^soon^{time}|then>', [text('then')]],
    [':red_circle: 5', [{ type: 'emoji', name: 'red_circle' }, text(' 5')]],
  ])('%j', (markup, elements) => {
    expect(elementsOf(markup)).toEqual(elements);
  });

  it.each([
    '# no heading',
    '- no list',
    '1. no list',
    '---',
    '| no | table |',
    '[no](https://link.example)',
    '**',
    '∗no style∗',
    'ˋno codeˋ',
    'a * b * c',
    'snake_case_name',
    'a\n\nb    c',
  ])('leaves %j as it is', (markup) => {
    expect(elementsOf(markup)).toEqual([text(markup)]);
  });

  it('takes an escaped mention for text', () => {
    expect(elementsOf('&lt;!channel&gt; &amp;lt;')).toEqual([text('<!channel> &lt;')]);
  });
});

function link(url: string, label: string, style = {}) {
  return { type: 'link', url, text: label, style };
}
