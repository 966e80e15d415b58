import { describe, expect, it } from 'vitest';
import { mrkdwnProblems } from '../block-kit/mrkdwn.ts';

describe('mrkdwn that may go out', () => {
  it.each([
    ['plain words', '*Budget* _Q3_ ~old~ `code`'],
    ['escaped characters', 'R&amp;D &lt;all&gt;'],
    ['a link', '<https://qsh1.cn/r/1?a=1&b=2|Join>'],
    ['a bare link', '<https://qsh1.cn/r/1>'],
    ['a link that shows its own address', '<https://qsh1.cn/r/1|https://qsh1.cn/r/1>'],
    ['a mail address', '<mailto:han@example.com|mail>'],
    ['a user', 'Host <@U0HAN>, <@W0LI|lilei>'],
    ['a channel', '<#C0TEAM|team> <#C0TEAM|>'],
    ['a date', '<!date^1924914600^{date_short_pretty} at {time}|Dec 31, 10:30 GMT+8>'],
    ['a date that leads somewhere', '<!date^1924914600^{date}^https://qsh1.cn/r/1|Dec 31>'],
    ['a quotation', '>quoted\n>>>all of it'],
  ])('%s', (_what, text) => {
    expect(mrkdwnProblems(text)).toEqual([]);
  });
});

describe('mrkdwn that must not', () => {
  it.each([
    ['<!channel>', 'calls people together'],
    ['<!here|here>', 'calls people together'],
    ['<!everyone>', 'calls people together'],
    ['<!subteam^S012>', 'calls people together'],
    ['<!date^1924914600^{date}>', 'no fallback'],
    ['<!date^1924914600^{date}| >', 'no fallback'],
    ['<!date^1924914600^today|Dec 31>', 'no format token'],
    ['<!date^1924914600^{date} {zone}|Dec 31>', 'unknown format token'],
    ['<!date^1924914600123^{date}|Dec 31>', 'whole seconds'],
    ['<!date^1924914600.5^{date}|Dec 31>', 'whole seconds'],
    ['<!date^1924914600^{date}^qsh1.cn|Dec 31>', 'no http(s) address'],
    ['<!date^1^{date}^https://qsh1.cn^x|Dec 31>', 'too many parts'],
    ['<javascript:alert(1)|Join>', 'not a control sequence'],
    ['<https://qsh1.cn/a b|Join>', 'not a control sequence'],
    ['<https://qsh1.cn/r|a|b>', '| in its label'],
    ['<https://qsh1.cn/r|  >', 'blank label'],
    ['<https://evil.example/|https://qsh1.cn/r/1>', 'another address'],
    ['<@han>', 'not a control sequence'],
    ['<>', 'not a control sequence'],
    ['1 < 2', 'unescaped <'],
    ['a -> b', 'unescaped <'],
    ['R&D', 'unescaped &'],
    ['a&nbsp;b', 'unescaped &'],
    ['<https://qsh1.cn/r/1', 'unescaped <'],
  ])('%s', (text, problem) => {
    expect(mrkdwnProblems(text).join()).toContain(problem);
  });
});
