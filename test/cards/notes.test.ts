import { describe, expect, test } from 'vitest';
import { violationsOfMessage } from '../../sandbox/block-kit/message.ts';
import type { Card } from '../../src/cards/blocks.ts';
import { cancelledNote, movedNote } from '../../src/cards/notes.ts';
import { en } from '../../src/cards/words/en/index.ts';
import type { Words } from '../../src/cards/words/words.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { viewFor } from '../../src/core/audience.ts';
import type { KnownTimes } from '../../src/core/schedule.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { shownIn } from '../support/reading.ts';
import { second, timed, zoneOf } from '../support/units.ts';

const view = viewFor(decoded(), nobody, {
  kind: 'shared',
  reach: 'company',
  showsAttendeePassword: true,
  visibility: 'everyone',
  zone: 'meeting',
});
const SHANGHAI = zoneOf('Asia/Shanghai');
const BERLIN = zoneOf('Europe/Berlin');

/** Tuesday, December 31, 2030, at so many minutes past midnight in Shanghai. */
const tuesday = (from: number, to?: number, zone = SHANGHAI): KnownTimes => {
  const midnight = Date.UTC(2030, 11, 30, 16) / 1000;
  const at = (minutes: number) => second(midnight + minutes * 60);
  return { start: at(from), end: to === undefined ? undefined : at(to), zone };
};
const HALF_PAST_TEN = 10 * 60 + 30;
const usual = tuesday(HALF_PAST_TEN, HALF_PAST_TEN + 60);

function moved(
  from: KnownTimes,
  to: KnownTimes,
  words: Words = en,
): { card: Card; when: string; yours: string } {
  const card = movedNote({ ...view, ...to }, { from, to }, words);
  expect(violationsOfMessage({ ...card })).toEqual([]);
  const [, when = '', yours = ''] = shownIn(card).split('\n');
  return { card, when, yours };
}
const token = (instant: number | undefined, format: string): RegExp =>
  new RegExp(`<!date\\^${instant}\\^\\{${format}\\}`);

describe('the note of a cancelled meeting', () => {
  test('strikes its time through, in the meeting’s zone and in the reader’s', () => {
    const card = cancelledNote({ ...view, ...usual }, en);
    const [what, when, yours] = shownIn(card).split('\n');
    expect(what).toBe(':no_entry_sign: *This meeting was cancelled* · 季度评审 · Quarterly review');
    expect(when).toBe('~Tue, Dec 31, 2030 *10:30 – 11:30*~ Shanghai (GMT+8)');
    expect(yours).toMatch(/^\*Your time\* ~<!date\^.*>~$/);
  });

  test('says the same to those to whom it is read out', () => {
    expect(cancelledNote({ ...view, ...usual }, en).text).toBe(
      'This meeting was cancelled: 季度评审 · Quarterly review. Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)',
    );
  });

  test('holds no password and no link, also where channels show the attendee password', () => {
    expect(view.channelPassword).toBeDefined();
    const said = JSON.stringify([
      cancelledNote(view, en),
      movedNote(view, { from: usual, to: timed(view) }, en),
    ]);
    expect(said).not.toContain(view.channelPassword);
    expect(said).not.toContain('http');
  });
});

test('the note of a cancelled meeting without a start says once that its time is not given', () => {
  const card = cancelledNote({ ...view, start: undefined, end: undefined }, en);
  expect(shownIn(card).split('\n').slice(1)).toEqual([en.timeNotGiven]);
});

describe('the note of a moved meeting', () => {
  test('says a day that stays once, with the old time of day struck through before the new one', () => {
    const { when } = moved(usual, tuesday(14 * 60, 15 * 60));
    expect(when).toBe('Tue, Dec 31, 2030 ~10:30 – 11:30~ → *14:00 – 15:00* Shanghai (GMT+8)');
  });

  test('names both days where it is on another day', () => {
    const { when } = moved(usual, tuesday(HALF_PAST_TEN + 24 * 60, HALF_PAST_TEN + 25 * 60));
    expect(when).toBe(
      '~Tue, Dec 31, 2030 10:30 – 11:30~ → Wed, Jan 1, 2031 *10:30 – 11:30* Shanghai (GMT+8)',
    );
  });

  test('names both zones where the zone is another', () => {
    const { when } = moved(usual, tuesday(17 * 60, 18 * 60, BERLIN));
    expect(when).toBe(
      '~Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)~ → Tue, Dec 31, 2030 *10:00 – 11:00* Berlin (GMT+1)',
    );
  });

  test('names both offsets where summer time begins between the two times', () => {
    const [winter, summer] = [Date.UTC(2031, 2, 29, 9), Date.UTC(2031, 2, 30, 9)].map((ms) => ({
      start: second(ms / 1000),
      end: undefined,
      zone: BERLIN,
    }));
    if (winter === undefined || summer === undefined) throw new Error('There are two times.');
    expect(moved(winter, summer).when).toBe(
      '~Sat, Mar 29, 2031 10:00 Berlin (GMT+1)~ → Sun, Mar 30, 2031 *11:00* Berlin (GMT+2)',
    );
  });

  test('shows the reader’s time once where only the meeting’s zone is another', () => {
    const { when, yours } = moved(usual, { ...usual, zone: BERLIN });
    expect(when).toContain('→ Tue, Dec 31, 2030 *03:30 – 04:30* Berlin (GMT+1)');
    expect(yours).not.toContain('~');
    expect(yours).toMatch(token(usual.start, 'time'));
  });

  test('shows the reader’s old time struck through, and the new one beside it', () => {
    const later = tuesday(14 * 60, 15 * 60);
    const [old = '', now = ''] = moved(usual, later).yours.split(' → ');
    expect(old).toMatch(/^\*Your time\* ~.*~$/);
    expect(old).toMatch(token(usual.start, 'time'));
    expect(now).toMatch(token(later.start, 'time'));
    expect(now).not.toContain('~');
  });

  test('shows a start alone where the end is not known, before or after', () => {
    expect(moved(tuesday(HALF_PAST_TEN), usual).when).toContain('~10:30~ → *10:30 – 11:30*');
    expect(moved(usual, tuesday(HALF_PAST_TEN)).when).toContain('~10:30 – 11:30~ → *10:30*');
  });

  test('names the day of an end that is past midnight', () => {
    expect(moved(usual, tuesday(23 * 60, 25 * 60)).when).toContain(
      '~10:30 – 11:30~ → *23:00 – Wed, Jan 1, 2031, 01:00*',
    );
  });

  test('says the same to those to whom it is read out', () => {
    const { card } = moved(usual, tuesday(14 * 60, 15 * 60));
    expect(card.text).toBe(
      'This meeting was moved: 季度评审 · Quarterly review. From Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8) to Tue, Dec 31, 2030 14:00 – 15:00 Shanghai (GMT+8)',
    );
  });

  test('is in Chinese with Chinese words', () => {
    const { card, when } = moved(usual, tuesday(14 * 60, 15 * 60), zh);
    expect(shownIn(card)).toContain(':calendar: *会议时间已变更* · ');
    expect(when).toBe('2030年12月31日周二 ~10:30 – 11:30~ → *14:00 – 15:00* 中国标准时间 (GMT+8)');
  });
});
