import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../sandbox/slack/state/people.ts';
import { openPlainStage, types } from '../support/on-stage.ts';
import { buttonsIn, labelsIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

const LARGEST = '#18446744073709551615';

describe('the card of', () => {
  test.each([
    [
      'the specification',
      '649128',
      [
        '112233',
        '*Ended*',
        'Wed, Feb 21, 2024',
        '*10:30 – 11:30* Shanghai (GMT+8)',
        '*Host* 特色图',
        '*Invited* 1: 1 confirmed',
        'conference 239\u00a0828\u00a0761',
      ],
    ],
    [
      'a live meeting',
      '700001',
      [
        '*Live now* · ends in 24 min · video meeting',
        '*杏花村* · main venue · 西安, 锦业路, floor 14\n      盒子A7, Projector-9',
        '*Peach Garden* · branch venue · 北京, 望京, floor 3 · waiting for approval',
        '*Invited* 5: 3 accepted · 1 confirmed · 1 declined',
        '|评标人>',
        '|Observer>',
        '|Call me>',
        '|Live stream>',
        'recurring',
        'passphrase required',
        '总部, Branch office',
        'budget, Q3',
      ],
    ],
    [
      "tomorrow's meeting",
      '700002',
      ['*Upcoming* · video meeting', 'Tue, Dec 31, 2030', '*10:00 – 10:45*', '*Host* Mei Han'],
    ],
    ['a cancelled meeting', '700003', ['*Cancelled*', '~Tue, Dec 31, 2030~', '~*15:00 – 16:00*~']],
    ['a meeting that is over', '700004', ['*Ended* · 16 hours ago', '*16:30 – 18:00*']],
    [
      'a meeting on site only',
      '700005',
      [
        'on-site only',
        '长安厅* · main venue',
        '西安, 锦业路, floor 14\n',
        'waiting for approval',
        'not approved',
        'floor 3A · room cancelled',
      ],
    ],
    ['a recurring meeting', '700006', ['recurring', 'Wed, Jan 1, 2031']],
    ['a meeting with twelve roles', '700007', ['|角色5 · Role 5>', '|角色12 · Role 12>']],
    [
      'a meeting past midnight',
      '700008',
      [
        '*23:00 – Tue, Dec 31, 2030, 01:30* New York (GMT-5)',
        '<!date^1924929000^{date_short_pretty} {time}|Tue, Dec 31, 2030 01:30 New York (GMT-5)>',
      ],
    ],
    ['a confidential meeting', '700009', ['data meeting', 'confidential', 'sign-in required']],
    [
      'a huge meeting',
      '700010',
      [
        'and 292 more',
        '*会议室 8* · main venue',
        '*Invited* 3,000: 999 accepted · 1,002 confirmed · 999 declined',
        'All ha…',
      ],
    ],
    ['a meeting in ten minutes', '700012', ['*Upcoming* · starts in 10 min']],
    ['a meeting with ids of 64 bits', LARGEST, ['Numbers beyond 2^53', 'meeting 18446744073709551615']],
  ])('%s says what people ask', async (_which, id, parts) => {
    const { shown, answer } = await types(stage, id);
    for (const part of parts) expect(shown).toContain(part);
    expect(shown).toContain('as of <!date^');
    expect(shown).toContain(`meeting ${id.replace('#', '')}`);
    expect(answer.body).toMatchObject({
      response_type: 'ephemeral',
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(stage.slack.violations).toEqual([]);
  });

  test.each([
    ['live', '700001', ['Join', 'Join in browser']],
    ['upcoming', '700002', ['Join', 'Join in browser']],
    ['over', '700004', []],
    ['cancelled', '700003', []],
    ['on site only', '700005', []],
  ])('a meeting that is %s has its ways in, and no others', async (_state, id, joins) => {
    const { answer, shown } = await types(stage, id);
    expect(labelsIn(answer.body).filter((label) => label.startsWith('Join'))).toEqual(joins);
    expect(buttonsIn(answer.body).filter(({ style }) => style === 'primary')).toHaveLength(
      joins.length > 0 ? 1 : 0,
    );
    if (joins.length === 0) expect(shown).not.toMatch(/Join as|Call me|qsh1\.cn/);
  });

  test('any meeting can be shared and refreshed, by its own event id', async () => {
    for (const id of ['700003', '700001', LARGEST]) {
      const values = buttonsIn((await types(stage, id)).answer.body).filter(({ url }) => url === undefined);
      const ids = new Map(values.map(({ action_id, value }) => [action_id, value]));
      expect([ids.get('meeting_share'), ids.get('meeting_access')]).toEqual(
        Array(2).fill(id.replace('#', '')),
      );
    }
  });

  test('a reader whose clock shows another time has both, struck through where the meeting is cancelled', async () => {
    stage.slack.people.set('U0NYC', person({ id: 'U0NYC', tz: 'America/New_York' }));
    const { shown } = await types(stage, '700003', { userId: 'U0NYC' });
    expect(shown).toContain('*Your time*\n~<!date^');
    expect((await types(stage, '700003')).shown).not.toContain('Your time');
  });

  test("a meeting leads to its attendees' page", async () => {
    const buttons = buttonsIn((await types(stage, '700001')).answer.body);
    expect(buttons.find(({ action_id }) => action_id === 'meeting_join')).toMatchObject({
      url: 'https://ntest.qsh1.cn/k/att700001',
      style: 'primary',
    });
    expect(buttons.find(({ action_id }) => action_id === 'meeting_join_browser')?.url).toBe(
      'https://ntest.qsh1.cn/k/att700001?priority=web',
    );
  });
});
