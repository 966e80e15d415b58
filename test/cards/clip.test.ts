import fc from 'fast-check';
import { NodeType, parse } from 'slack-message-parser';
import { describe, expect, test } from 'vitest';
import { mrkdwnProblems } from '../../sandbox/block-kit/mrkdwn.ts';
import { clip } from '../../src/cards/clip.ts';
import { Mrkdwn, mrkdwn } from '../../src/cards/mrkdwn.ts';
import { webLink } from '../../src/core/ids.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a text of mrkdwn is clipped', () => {
  test.each([
    ['not where it fits', '*abc*', 5, '*abc*'],
    ['with an ellipsis inside the limit', 'abcdefghij', 9, 'abcd…'],
    ['not within an escape', 'abc&amp;defgh', 9, 'abc…'],
    ['not within a link', 'ab <https://a.example|label>', 20, 'ab…'],
    ['not within code', 'ab `code code`', 12, 'ab…'],
    ['not within an emoji code', 'ab :calendar: x', 12, 'ab…'],
    ['not within a family', `ab${FAMILY}`, 10, 'ab…'],
    ['inside bold, which ends after the ellipsis', '*abcdefghij* k', 9, '*abc…*'],
    ['inside bold that was struck', '~*abcdefghij*~ k', 10, '~*abc…*~'],
    ['with a blank behind bold that has ended', '*abc* defgh', 10, '*abc* …'],
    ['without bold that has only begun', 'abc *defgh*', 10, 'abc…'],
    ['behind what was bold and is not', '*ab* a_b cdefgh', 14, '*ab* a_b…'],
    ['to nothing but an ellipsis', '<https://a.example|label>', 10, '…'],
  ])('%s', (_how, text, max, expected) => {
    expect(clip(text, max)).toBe(expected);
  });
});

const words = fc.constantFrom('a', '季度 ', '&<>', 'b_c', FAMILY, '* ', ':x:', ' ', 'word ', '`');
const foreign = fc.array(words, { minLength: 1, maxLength: 30 }).map((parts) => `x${parts.join('')}x`);
const link = webLink('https://a.example/?b=*c*&d=_e_');
const piece = foreign.chain((text) =>
  fc.constantFrom(
    mrkdwn`${text}`,
    mrkdwn`*${text}*`,
    mrkdwn`:calendar: _${text}_`,
    Mrkdwn.code(text),
    ...(link === undefined ? [] : [Mrkdwn.link(link, text)]),
  ),
);

test('wherever it is clipped, it is within its length, well-formed, and its styles end', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 8, max: 300 }), (pieces, max) => {
      const clipped = clip(Mrkdwn.join(pieces, ' · ').toString(), max);
      expect(clipped.length).toBeLessThanOrEqual(max);
      expect(clipped).not.toMatch(/\p{Surrogate}/u);
      expect(mrkdwnProblems(clipped)).toEqual([]);
      const plain = parse(clipped).children.filter(({ type }) => type === NodeType.Text);
      expect(plain.map(({ source }) => source).join('')).not.toMatch(/[*`]/);
    }),
    { numRuns: 2000 },
  );
});
