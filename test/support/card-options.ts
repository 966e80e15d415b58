import fc from 'fast-check';
import type { AccessBasis } from '../../src/cards/access-card.ts';
import type { CardSurface } from '../../src/cards/card-options.ts';
import { wordsFor } from '../../src/cards/words/languages.ts';
import type { UnixSeconds } from '../../src/core/time.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { second, zoneOf } from './units.ts';

export const nobody: Viewer = { kind: 'unproven', reason: 'no-email' };

/** A copy that was taken at that moment and proves whatever it says. */
export const currentCopy = (asOf: UnixSeconds): AccessBasis => ({ asOf, stale: false, upTo: 'host' });

const moments = [1_924_910_000, 1_924_911_000, 1_924_914_600, 1, 99_999_999_999].map(second);
const surfaces: readonly CardSurface[] = [
  { kind: 'private' },
  { kind: 'modal', thread: 'can-post' },
  { kind: 'modal', thread: 'posted' },
  { kind: 'reminder' },
  { kind: 'preview' },
  { kind: 'shared', sharedBy: 'U0HAN' },
  { kind: 'shared', sharedBy: '<!channel>' },
  { kind: 'shared', sharedBy: undefined },
];

/** When a meeting takes place, in any zone; its end may be unknown. */
export const times = fc
  .record({
    start: fc.integer({ min: 1_900_000_000, max: 1_950_000_000 }).map(second),
    minutes: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
    zone: fc
      .constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Chatham', 'UTC')
      .map(zoneOf),
  })
  .map(({ start, minutes, zone }) => ({
    start,
    end: minutes === undefined ? undefined : second(start + minutes * 60),
    zone,
  }));

/** Any language, moment and surface that a card can be made for. */
export const cardOptions = fc.record({
  words: fc.constantFrom('en', 'zh-CN').map((tag) => wordsFor(tag, 'en')),
  now: fc.constantFrom(...moments),
  asOf: fc.constantFrom(...moments),
  stale: fc.boolean(),
  surface: fc.constantFrom(...surfaces),
  running: fc.option(fc.record({ attendeeCount: fc.option(fc.nat(), { nil: undefined }) }), {
    nil: undefined,
  }),
  endedAt: fc.option(fc.constantFrom(...moments), { nil: undefined }),
  next: fc.option(times, { nil: undefined }),
  menu: fc.subarray([...MENU_OPTIONS]),
});
