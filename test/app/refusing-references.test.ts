import { describe, expect, test } from 'vitest';
import { asked, lastEphemeral, onStage, types } from '../support/on-stage.ts';

const USAGE = '`/meeting 649128`';

describe('what is not a reference', () => {
  test.each([
    ['nothing', '', 'Shows the card of a conference meeting.'],
    ['blanks', ' \t  ', 'Shows the card of a conference meeting.'],
    ['help', 'help', 'Shows the card of a conference meeting.'],
    ['HELP', ' HELP ', 'Shows the card of a conference meeting.'],
    ['a question mark', '?', 'Shows the card of a conference meeting.'],
    ['help in Chinese', '帮助', 'Shows the card of a conference meeting.'],
    ['words', 'the quarterly review', 'That is not a meeting number.'],
    ['a number with letters', '649128a', 'That is not a meeting number.'],
    ['a hexadecimal number', '0x9e7a8', 'That is not a meeting number.'],
    ['an exponent', '6e5', 'That is not a meeting number.'],
    ['only the number sign', '#', 'That is not a meeting number.'],
    ['two numbers', '649128; 649129', 'That is not a meeting number.'],
    ['a minus', '-649128', 'no plus or minus sign'],
    ['a plus', '+649128', 'no plus or minus sign'],
    ['a real minus sign', '−649128', 'no plus or minus sign'],
    ['a fraction', '649128.5', 'a whole number'],
    ['a fraction with a comma', '649,128', 'a whole number'],
    ['zero', '0', 'That cannot be a meeting number.'],
    ['2^64', '#18446744073709551616', 'That cannot be a meeting number.'],
    ['33 digits', '1'.repeat(33), 'too long'],
    ['5000 digits', '9'.repeat(5000), 'too long'],
    ['5000 letters', 'x'.repeat(5000), 'too long'],
    ['a foreign link', '<https://example.com/k/att700001>', 'not a meeting link'],
    ['a look-alike of the domain', 'https://notqsh1.cn/k/att700001', 'not a meeting link'],
    ['the domain inside another', 'https://qsh1.cn.evil.example/k/1', 'not a meeting link'],
    ['a link with a user in front', 'https://qsh1.cn@evil.example/k/1', 'not a meeting link'],
    ['the domain without a path', 'https://qsh1.cn/', 'not a meeting link'],
    [
      'a foreign link labelled as ours',
      '<https://evil.example/x|https://ntest.qsh1.cn/k/1>',
      'not a meeting link',
    ],
    ['another scheme', 'javascript:alert(1)', 'That is not a meeting number.'],
  ])(
    '%s is answered to that person alone, with what to type, and without a question',
    async (_what, text, said) => {
      const stage = await onStage();
      const { answer, shown, spoken } = await types(stage, text, { userId: 'U0ANN' });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ response_type: 'ephemeral' });
      expect(shown).toContain(said);
      expect(spoken).toContain(said);
      expect(shown).toContain(USAGE);
      expect(lastEphemeral(stage).userId).toBe('U0ANN');
      expect(asked(stage)).toEqual([]);
      expect(stage.slack.violations).toEqual([]);
    },
  );
});

describe('what was typed', () => {
  test.each([
    '<!channel>',
    '<!here|here> all of you',
    '<@U0LI>',
    '<#C0TEAM|team>',
    '<https://evil.example/x|https://ntest.qsh1.cn/k/1>',
    '&lt;!channel&gt;',
    '&amp;lt;!everyone&amp;gt;',
    '`<!channel>`',
    '`` ` <!subteam^S123> ` ``',
    '*<mailto:a@example.com|b>*',
    'a\n<!channel>\u202e\u0000b',
    `${'y'.repeat(78)}<!channel>`,
    '👩🏽‍💻'.repeat(40),
  ])('%j breaks out neither as a mention nor as a link', async (text) => {
    const stage = await onStage();
    const { answer } = await types(stage, text);
    const sent = JSON.stringify(answer.body);
    expect(answer.status).toBe(200);
    expect(sent).not.toMatch(/<[!@#a-z]/i);
    expect(sent).not.toContain('"verbatim":false');
    expect(stage.slack.violations).toEqual([]);
    expect(asked(stage)).toEqual([]);
  });

  test('is shown again as it was typed', async () => {
    const { shown } = await types(await onStage(), 'my &lt;meeting&gt; &amp; co');
    expect(shown).toContain('You typed `my &lt;meeting&gt; &amp; co`');
  });
});
