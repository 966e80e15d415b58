import { describe, expect, test } from 'vitest';
import { usualRoles } from '../../sandbox/conference/samples/roles.ts';
import { onStage, types } from '../support/on-stage.ts';

/** What the sample meeting 700001 has that is not for all, each a value that is nowhere else in it. */
const secrets = [
  '201501990001700001',
  '201501990002700001',
  '95519736',
  '95519737',
  'host700001',
  'cohost700001',
  'r700001x1000',
  'r700001x1001',
  '13800000001',
  'open-sesame',
  'watch-4471',
  '192.168.37.91',
  '918273',
  '154553',
  '88893351',
  '88893352',
  '22563698',
  '191005',
  '@example.com',
  '@partner.example',
  '1390000005',
  '010-5993',
];

describe('a card that somebody unproven asked for', () => {
  test.each(secrets)('does not show %s', async (secret) => {
    const stage = await onStage();
    const { answer } = await types(stage, '700001');
    expect(answer.text).toContain('Quarterly review');
    expect(answer.text).not.toContain(secret);
    expect(stage.log.text()).not.toContain(secret);
  });

  test('shows no link that makes its reader the host, whatever field has it', async () => {
    const stage = await onStage();
    const host = 'https://ntest.qsh1.cn/k/host700001';
    const [wire] = stage.conference.meetings.byEventId(700_001);
    stage.conference.meetings.put({
      ...wire,
      attendeeJoinUrl: `${host}?from=mail`,
      webRTCUrl: host,
      wcallurl: 'https://stest.qsh1.cn/a/r700001x1001',
      livePullUrl: 'https://ntest.qsh1.cn/k/cohost700001/',
      btplRole: [...usualRoles(700_001), { managerType: 3, roleId: 5, roleName: 'Guest', link: host }],
    });
    const { answer, shown } = await types(stage, '700001');
    expect(shown).toContain('Quarterly review');
    expect(answer.text).not.toMatch(/host700001|x1001/);
  });

  test('shows foreign texts as text: a mark of style as a character that looks like it', async () => {
    const stage = await onStage();
    const { shown, answer } = await types(stage, '700011');
    expect(shown.split('\n')[0]).toBe('<!channel> <https://evil.example|click> *bold* & "q"');
    expect(shown).toContain('&lt;!everyone&gt; &amp; ∼杏花村∼ second line');
    expect(shown).toContain('*Host* &lt;@U123&gt; ˋ韩ˋ ˍ梅梅ˍ 👩🏽‍💻');
    expect(shown).toContain('|&lt;https://evil.example¦评标人&gt; @here>');
    expect(answer.text).not.toMatch(/\u202e|javascript:|no link at all/);
    expect(stage.slack.violations).toEqual([]);
  });

  test('sends every text of mrkdwn verbatim', async () => {
    const stage = await onStage();
    const { answer } = await types(stage, '700011');
    expect(answer.text.match(/"type":"mrkdwn"/g)?.length).toBe(answer.text.match(/"verbatim":true/g)?.length);
  });
});
