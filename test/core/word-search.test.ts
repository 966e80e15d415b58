import { describe, expect, test } from 'vitest';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { withWords } from '../../src/core/word-search.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const NOW = 1_924_914_600;
const view = (title: string, startsIn = 3600, over: Parameters<typeof decoded>[0] = {}) =>
  viewFor(
    decoded({
      title,
      startTime: NOW + startsIn,
      endTime: NOW + startsIn + 1800,
      status: 1,
      hostName: 'Mei Han',
      ...over,
    }),
    nobody,
    PRIVATE,
  );
const titles = (found: ReturnType<typeof withWords>): string[] => found.map(({ title }) => title);
const search = (meetings: readonly ReturnType<typeof view>[], text: string) =>
  titles(withWords(meetings, text, second(NOW)));

describe('words are found', () => {
  test.each([
    ['in a title', 'review'],
    ['in any case', 'QUARTERLY'],
    ['within a word', 'uarter'],
    ['in Chinese', '评审'],
    ['in any width', 'Ｑuarterly'],
    ['in the host’s name', 'mei han'],
    ['in a tag', 'budget'],
    ['in several fields together', 'review han budget'],
  ])('%s', (_where, text) => {
    const calExtraInfo = { labels: '["Budget","Q3"]' };
    expect(search([view('季度评审 · Quarterly review', 3600, { calExtraInfo })], text)).toHaveLength(1);
  });

  test('only where all of them are', () => {
    expect(search([view('Quarterly review')], 'quarterly plan')).toEqual([]);
  });

  test('never by nothing', () => {
    expect(search([view('Quarterly review')], '   ')).toEqual([]);
  });
});

test('what is live comes first, then what is next, then what was last', () => {
  const meetings = [
    view('plan, last week', -7 * 86_400),
    view('plan, tomorrow', 86_400),
    view('plan, yesterday', -86_400),
    view('plan, live', -60),
    view('plan, in an hour', 3600),
  ];
  expect(search(meetings, 'plan')).toEqual([
    'plan, live',
    'plan, in an hour',
    'plan, tomorrow',
    'plan, yesterday',
    'plan, last week',
  ]);
});
