import { describe, expect, test } from 'vitest';
import { asked, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const TITLE = '季度评审 · Quarterly review';

/** Asked once for all links that nobody looked up. */
const WHAT_RUNS_NOW = '{"page":1,"count":100}';

const allAsked = ({ conference }: Stage): readonly string[] =>
  conference.questions.map(({ rawBody }) => rawBody);

describe('a number', () => {
  test.each([
    ['as it is', '700001'],
    ['with blanks around and inside', '  700 001 '],
    ['behind a number sign', '#700001'],
    ['behind a number sign and a blank', '# 700001'],
    ['in full-width digits', '７００００１'],
    ['in full-width digits behind a full-width number sign', '＃７００００１'],
    ['with leading zeros', '000700001'],
  ])('is read %s', async (_how, text) => {
    const stage = await onStage();
    const { shown } = await types(stage, text);
    expect(shown).toContain(TITLE);
    expect(asked(stage)).toEqual(['{"eventId":700001,"userId":87679779}']);
  });

  test.each(['18446744073709551615', '18446744073709551614', '9007199254740993'])(
    'of 64 bits, %s, is asked for as a JSON number, digit for digit',
    async (digits) => {
      const stage = await onStage({ env: { CONFERENCE_USER_ID: '18446744073709551613' } });
      await types(stage, `#${digits}`);
      expect(asked(stage)).toEqual([`{"eventId":${digits},"userId":18446744073709551613}`]);
    },
  );
});

describe('a link of a meeting seen before', () => {
  const tail = '700001';
  test.each([
    ['the attendee link', `https://ntest.qsh1.cn/k/att${tail}`],
    ['the browser link', `https://ntest.qsh1.cn/k/att${tail}?priority=web`],
    ["the host's link", `https://ntest.qsh1.cn/k/host${tail}`],
    ["the co-host's link", `https://ntest.qsh1.cn/k/cohost${tail}`],
    ["a participant role's link", 'https://stest.qsh1.cn/a/r700001x1003'],
    ["the host role's link", 'https://stest.qsh1.cn/a/r700001x1000'],
    ["the co-host role's link", 'https://stest.qsh1.cn/a/r700001x1001'],
    ['another query string', `https://ntest.qsh1.cn/k/att${tail}?utm=x&y=1#part`],
    ['a closing slash', `https://ntest.qsh1.cn/k/att${tail}/`],
    ['an upper-case host', `https://NTEST.QSH1.CN/k/att${tail}`],
    ["Slack's link form", `<https://ntest.qsh1.cn/k/att${tail}>`],
    ["Slack's link form with a label", `<https://ntest.qsh1.cn/k/att${tail}|ntest.qsh1.cn>`],
    ['an escaped query string', `<https://ntest.qsh1.cn/k/att${tail}?a=1&amp;b=2>`],
    ['words around it', `join here: https://ntest.qsh1.cn/k/att${tail}, thanks`],
    ['full-width punctuation behind it', `https://ntest.qsh1.cn/k/att${tail}。`],
    ['a foreign link before it', `<https://example.com/agenda> https://ntest.qsh1.cn/k/att${tail}`],
  ])('is read: %s', async (_which, text) => {
    const stage = await onStage();
    await types(stage, '700001');
    const { shown } = await types(stage, text);
    expect(shown).toContain(TITLE);
    expect(asked(stage)).toHaveLength(1);
  });

  test.each([
    ['the call-me page', `https://stest.qsh1.cn/a/call${tail}`],
    ['the live stream', 'https://live.qsh1.cn/pull/700001.m3u8'],
  ])('is not one by which nobody joins: %s', async (_which, text) => {
    const stage = await onStage();
    await types(stage, '700001');
    expect((await types(stage, text)).shown).toContain('Meeting Cards does not know this link yet');
  });

  test('tells the meetings apart', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await types(stage, '700002');
    const { shown } = await types(stage, 'https://ntest.qsh1.cn/k/att700002');
    expect(shown).toContain('Design review: search results');
  });
});

describe('a meeting link that was never seen', () => {
  const link = '<https://ntest.qsh1.cn/k/att700002>';

  test('is answered with what to do, after one question: what runs now', async () => {
    const stage = await onStage();
    const { shown } = await types(stage, link);
    expect(shown).toContain('Meeting Cards does not know this link yet');
    expect(shown).toContain('`/meeting 649128`');
    expect(allAsked(stage)).toEqual([WHAT_RUNS_NOW]);
  });

  test('is asked for by link where the deployment has such a path', async () => {
    const path = '/confopenapi/room/conference/by-link';
    const stage = await onStage({
      env: { CONFERENCE_LINK_LOOKUP_PATH: path },
      conference: { linkLookupPath: path },
    });
    const { shown } = await types(stage, link);
    expect(shown).toContain('Design review: search results');
    expect(stage.conference.questions[1]?.path).toBe(path);
    const byLink = '{"attendeeJoinUrl":"https://ntest.qsh1.cn/k/att700002"}';
    expect(allAsked(stage)).toEqual([WHAT_RUNS_NOW, byLink]);
  });
});

describe("the host's password", () => {
  test.each(['201501990001700002', '201501 990001 700002', '２０１５０１９９０００１７００００２'])(
    '%s finds its meeting, and only the first time asks by it',
    async (text) => {
      const stage = await onStage();
      expect((await types(stage, text)).shown).toContain('Design review: search results');
      expect((await types(stage, text)).shown).toContain('Design review: search results');
      expect(asked(stage)).toEqual(['{"pcode":"201501990001700002","userId":87679779}']);
    },
  );

  test('that no meeting has is said to be unknown', async () => {
    const { shown } = await types(await onStage(), '9999999999999');
    expect(shown).toContain('No meeting has this host password.');
  });
});
