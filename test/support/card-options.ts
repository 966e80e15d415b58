import fc from 'fast-check';
import type { AccessBasis } from '../../src/cards/access-card.ts';
import type { CardSurface } from '../../src/cards/meeting-card.ts';
import { wordsFor } from '../../src/cards/words/languages.ts';
import type { UnixSeconds } from '../../src/core/time.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { second } from './units.ts';

export const nobody: Viewer = { kind: 'unproven', reason: 'no-email' };

/** A copy that was taken at that moment and proves whatever it says. */
export const currentCopy = (asOf: UnixSeconds): AccessBasis => ({ asOf, stale: false, upTo: 'host' });

const moments = [1_924_910_000, 1_924_911_000, 1_924_914_600, 1, 99_999_999_999].map(second);
const surfaces: readonly CardSurface[] = [
  { kind: 'private' },
  { kind: 'modal', thread: 'can-post' },
  { kind: 'modal', thread: 'posted' },
  { kind: 'shared', sharedBy: 'U0HAN' },
  { kind: 'shared', sharedBy: '<!channel>' },
  { kind: 'shared', sharedBy: undefined },
];

/** Any language, moment and surface that a card can be made for. */
export const cardOptions = fc.record({
  words: fc.constantFrom('en', 'zh-CN').map((tag) => wordsFor(tag, 'en')),
  now: fc.constantFrom(...moments),
  asOf: fc.constantFrom(...moments),
  stale: fc.boolean(),
  surface: fc.constantFrom(...surfaces),
});
