import { describe, expect, it } from 'vitest';
import { slackDate } from '../../demo/text/dates.ts';
import { textOf } from '../../demo/text/text-of.ts';

const now = () => Date.parse('2030-12-31T03:06:00Z');
const inShanghai = { now, timeZone: 'Asia/Shanghai' };

const shown = (text: string, options: { timeZone?: string; ansi?: boolean } = {}) =>
  textOf({ text }, { ...inShanghai, ...options });
const blocks = (...all: readonly unknown[]) => textOf({ blocks: all }, { ...inShanghai, width: 40 });
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

describe('mrkdwn', () => {
  it.each([
    ['a link with a label', '<https://a.example|Join &amp; see>', 'Join & see (https://a.example)'],
    ['a bare link', '<https://a.example?x=1&amp;y=2>', 'https://a.example?x=1&y=2'],
    ['an address', '<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['people and channels', '<@U1|mei> <@U2> <#C1|general> <#C2>', '@mei @U2 #general #C2'],
    ['groups', '<!channel> <!here|here> <!subteam^S1|@ops> <!subteam^S2>', '@channel @here @ops @S2'],
    ['escaped text', '&lt;!channel&gt; &amp;lt;', '<!channel> &lt;'],
    ['marks', '*bold* _it_ ~off~ `a*b*c` ```d\ne```', 'bold it ~off~ a*b*c d\ne'],
    ['marks within words', 'a*b*c 2 * 3 * 4 snake_case_name', 'a*b*c 2 * 3 * 4 snake_case_name'],
    ['marks around links', '*<https://a.example|A>*: *评审*·', 'A (https://a.example): 评审·'],
    ['emoji', ':key: :unheard_of: 10:30:00', '🔑 :unheard_of: 10:30:00'],
    ['control characters', 'a\u001B[2Jb\u0007\r\nc', 'a[2Jb\nc'],
  ])('shows %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('has weight and colour only when asked', () => {
    const text = '*<https://a.example|A>* ~off~';
    expect(shown(text, { ansi: true })).toBe(
      '\u001B[1mA (https://a.example)\u001B[22m \u001B[9moff\u001B[29m',
    );
    expect(shown(text)).toBe('A (https://a.example) ~off~');
  });
});

describe('dates', () => {
  const at = Date.parse('2030-12-31T02:30:05Z') / 1000;
  const dated = (format: string, seconds: number | string = at, timeZone = 'Asia/Shanghai') =>
    shown(`<!date^${seconds}^${format}|fallback>`, { timeZone });

  it.each([
    ['{date_num}', '2030-12-31'],
    ['{date}', 'December 31st'],
    ['{date_short}', 'Dec 31'],
    ['{date_long}', 'Tuesday, December 31st'],
    ['{date_short_pretty} at {time}', 'Today at 10:30'],
    ['on {date_pretty}', 'on today'],
    ['{time_secs}', '10:30:05'],
    ['{ago}', '36 minutes ago'],
    ['{unheard_of}', '{unheard_of}'],
  ])('%s is %s', (format, expected) => {
    expect(dated(format)).toBe(expected);
  });

  it("follow the reader's zone across midnight", () => {
    expect(dated('{date_num} {time}', at, 'America/Los_Angeles')).toBe('2030-12-30 18:30');
    expect(dated('{date_pretty}', Date.parse('2030-12-30T15:59:00Z') / 1000)).toBe('Yesterday');
    expect(dated('{date_pretty}', Date.parse('2030-12-31T16:00:00Z') / 1000)).toBe('Tomorrow');
  });

  it('name the year when it is far off', () => {
    expect(dated('{date_long}', Date.parse('2014-02-18T12:00:00Z') / 1000)).toBe(
      'Tuesday, February 18th, 2014',
    );
    expect(dated('{date_short_pretty} · {ago}', now() / 1000 + 200 * 86_400)).toBe(
      'Jul 19, 2031 · in 200 days',
    );
    expect(dated('{ago}', now() / 1000 + 7200)).toBe('In 2 hours');
  });

  it('are in the language of the reader', () => {
    const clock = { now, timeZone: 'Asia/Shanghai', locale: 'zh-CN' };
    expect(slackDate(String(at), '{date_short_pretty} {time}', clock)).toBe('今天 10:30');
    expect(slackDate(String(at + 86_400), '{date_short_pretty}', clock)).toBe('明天');
    expect(slackDate(String(at + 2 * 86_400), '{date_short_pretty}', clock)).toBe('1月2日');
  });

  it('fall back where they name no moment', () => {
    expect(dated('{time}', 'soon')).toBe('fallback');
    expect(shown('<!date^1|fallback>')).toBe('fallback');
  });

  it('can be links', () => {
    expect(shown(`<!date^${at}^{time}^https://a.example|x>`)).toBe('10:30 (https://a.example)');
  });
});

describe('blocks', () => {
  it('are below each other, and text only if there are none', () => {
    const all = [{ type: 'header', text: plain('A *title* &') }, { type: 'divider' }];
    expect(textOf({ text: 'x', blocks: all }, { now, width: 5 })).toBe('A *title* &\n─────');
    expect(textOf({ text: 'x', blocks: [] }, { now })).toBe('x');
    expect(textOf({}, { now })).toBe('');
  });

  it('put fields side by side, wide characters counted', () => {
    const fields = [mrkdwn('*When*\n季度评审'), mrkdwn('*Yours*\n10:30'), mrkdwn('alone')];
    const rows = ['When                 Yours', '季度评审             10:30', 'alone'];
    expect(blocks({ type: 'section', text: mrkdwn('_first_'), fields })).toBe(['first', ...rows].join('\n'));
  });

  it('put fields below each other where they would not fit', () => {
    const fields = [mrkdwn('a column of more than nineteen'), mrkdwn('b')];
    expect(blocks({ type: 'section', fields })).toBe('a column of more than nineteen\nb');
  });

  it('show buttons with their addresses, in as many lines as they need', () => {
    const elements = [
      { type: 'button', text: plain('Join'), style: 'primary', url: 'https://a.example/k' },
      { type: 'button', text: plain('People') },
      { type: 'button', text: plain('Share to channel') },
    ];
    expect(blocks({ type: 'actions', elements })).toBe(
      '[Join] (https://a.example/k)  [People]\n[Share to channel]',
    );
  });

  it('show what is beside a section', () => {
    const accessory = { type: 'button', text: plain('Join'), url: 'https://a.example' };
    expect(blocks({ type: 'section', text: mrkdwn('*T*'), accessory })).toBe('T\n[Join] (https://a.example)');
  });

  it('show context and pictures by their words', () => {
    const elements = [{ type: 'image', alt_text: 'logo' }, mrkdwn('*now*'), plain('*as is*')];
    expect(blocks({ type: 'context', elements })).toBe('[logo]  now  *as is*');
    expect(blocks({ type: 'image', title: plain('Map'), alt_text: 'floor 14' })).toBe(
      'Map\n[image: floor 14]',
    );
  });

  it('show what is to be filled in', () => {
    const input = (element: unknown) =>
      blocks({ type: 'input', label: plain('Number'), optional: true, element });
    expect(input({ type: 'plain_text_input', placeholder: plain('649128') })).toBe(
      'Number (optional)\n[649128]',
    );
    expect(input({ type: 'plain_text_input', initial_value: '7' })).toBe('Number (optional)\n[7]');
    expect(input({ type: 'conversations_select' })).toBe('Number (optional)\n[conversations_select]');
  });

  it('show what there is to choose from', () => {
    const options = [{ text: plain('A') }, { text: plain('B'), url: 'https://b.example' }];
    const elements = (type: string) => blocks({ type: 'actions', elements: [{ type, options }] });
    expect(elements('overflow')).toBe('[… A | B (https://b.example)]');
    expect(elements('radio_buttons')).toBe('( ) A\n( ) B (https://b.example)');
  });

  it('name the kinds that are not known', () => {
    expect(blocks({ type: 'video' }, {}, 'no object')).toBe('[video]\n[no block]');
  });
});
