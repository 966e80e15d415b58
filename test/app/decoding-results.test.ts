import { describe, expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { asked, loggedEvents, onStage, types } from '../support/on-stage.ts';

const DAY = 86_400;

describe('the result', () => {
  test.each(['array', 'string', 'object'] as const)('is read as %s', async (resultAs) => {
    const stage = await onStage({ conference: { resultAs } });
    expect((await types(stage, '700001')).shown).toContain('Quarterly review');
    expect((await types(stage, '700006')).shown).toContain('Weekly sync');
  });

  test.each(['[]', 'null', '{}', '""', '"[]"', '"null"'])('%s is not a meeting', async (result) => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'raw', body: `{"status":0,"result":${result}}` });
    expect((await types(stage, '700001')).shown).toContain('There is no meeting with this number.');
  });

  test.each(['7', '"some words"', '[7]', '["x"]', '[null]', '[[]]', 'true', '{"a":1}'])(
    '%s cannot be read',
    async (result) => {
      const stage = await onStage();
      stage.conference.fault({ kind: 'raw', body: `{"status":0,"result":${result}}` });
      expect((await types(stage, '700001')).shown).toContain('cannot be read');
    },
  );

  test.each(['array', 'string'] as const)('is read as %s after a byte-order mark', async (resultAs) => {
    const result = JSON.stringify([meeting()]);
    const stage = await onStage();
    stage.conference.fault({
      kind: 'raw',
      body: `\ufeff{"status":0,"result":${resultAs === 'array' ? result : JSON.stringify(`\ufeff${result}`)}}`,
    });
    expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  });

  test('about another event than was asked for is refused', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'wrong-event' });
    const { shown } = await types(stage, '700001');
    expect(shown).toContain('cannot be read');
    expect(shown).not.toContain('Quarterly review');
  });

  test('in which one meeting of several is about another event is refused', async () => {
    const stage = await onStage();
    const several = [meeting(), meeting({ eventId: 700_009, title: 'Not yours' })];
    stage.conference.fault({ kind: 'raw', body: JSON.stringify({ status: 0, result: several }) });
    expect((await types(stage, '700001')).shown).toContain('cannot be read');
  });

  test("of a host password that is another meeting's is refused", async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'raw', body: JSON.stringify({ status: 0, result: [meeting()] }) });
    expect((await types(stage, '201501990001700002')).shown).toContain('cannot be read');
  });
});

describe('several occurrences', () => {
  test.each([
    ['before the second one begins, it is the next', 0, 'Wed, Jan 1, 2031', 'Upcoming'],
    ['while the second one lasts, it is live', 2 * DAY - 1200, 'Wed, Jan 1, 2031', 'Live now'],
    ['once the second one is over, the third is next', 3 * DAY, 'Wed, Jan 8, 2031', 'Upcoming'],
    ['once all are over, the last one is shown', 30 * DAY, 'Wed, Jan 8, 2031', 'Ended'],
  ])('%s', async (_when, seconds, date, state) => {
    const stage = await onStage();
    stage.advance(seconds);
    const { shown } = await types(stage, '700006');
    expect(shown).toContain(date);
    expect(shown).toContain(state);
    expect(asked(stage)).toHaveLength(1);
  });

  test('the occurrence is chosen again from what is stored', async () => {
    const stage = await onStage({ env: { CACHE_FRESH_SECONDS: '9999999', CACHE_KEEP_SECONDS: '9999999' } });
    expect((await types(stage, '700006')).shown).toContain('Wed, Jan 1, 2031');
    stage.advance(3 * DAY);
    expect((await types(stage, '700006')).shown).toContain('Wed, Jan 8, 2031');
    expect(asked(stage)).toHaveLength(1);
  });
});

describe('half of a pair of surrogates', () => {
  const half = '\ud83d';

  test('in a text of the vendor becomes the replacement character, on the card and in what is stored', async () => {
    const stage = await onStage();
    stage.conference.meetings.put(
      meeting({
        title: `Quarterly review ${half}`,
        calExtraInfo: { labels: JSON.stringify([`budget ${half}`]) },
        joinConfTags: `HQ ${half}`,
      }),
    );
    const { shown } = await types(stage, '700001');
    expect(shown.isWellFormed()).toBe(true);
    for (const text of ['Quarterly review', 'budget', 'HQ']) expect(shown).toContain(`${text} \ufffd`);
    await types(stage, 'help');
    const recents = await types(stage, 'help');
    expect(recents.shown).toContain('Quarterly review \ufffd');
  });

  test("in the vendor's message of a refusal becomes the replacement character", async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'raw', body: '{"status":7,"msg":"no right \\ud83d"}' });
    const { shown } = await types(stage, '700001');
    expect(shown).toContain('no right \ufffd');
  });
});

describe('one bad part', () => {
  const bad = ['no room', null, 7, [], { DeviceName: { secret: 'word-5501' } }, { City: 'word-5502' }];
  const good = { DeviceId: 9, DeviceName: '长安厅', ApprovalStatus: 'word-5503', City: '西安' };

  test('costs its own line, and the rest of the card is shown', async () => {
    const stage = await onStage();
    stage.conference.meetings.put(
      meeting({
        houseList: [...bad, good],
        detailHouseList: null,
        btplRole: [
          { managerType: 3, roleId: 1, link: 'word-5504' },
          { managerType: 3, roleId: 2, roleName: 'Guests', link: 'https://ntest.qsh1.cn/g' },
        ],
        attendList: [null, { status: 'A', userType: [], displayName: {} }],
      }),
    );
    const { shown } = await types(stage, '700001');
    expect(shown).toContain('*长安厅* · 西安\n');
    expect(shown).toContain('<https://ntest.qsh1.cn/g|Guests>');
    expect(shown).toContain('*Invited* 1: 1 accepted');
  });

  test('is logged by its name, without its value', async () => {
    const stage = await onStage();
    stage.conference.meetings.put(
      meeting({ houseList: [...bad, good], length: 'word-5505', calExtraInfo: { labels: 'word-5506' } }),
    );
    await types(stage, '700001');
    const [line] = loggedEvents(stage, 'fields-left-out');
    expect(JSON.parse(line ?? '{}').fields).toEqual(
      expect.arrayContaining([
        'length',
        'houseList[0]',
        'houseList[4].DeviceName',
        'houseList[6].ApprovalStatus',
        'calExtraInfo.labels',
      ]),
    );
    expect(stage.log.text()).not.toContain('word-55');
  });
});
