import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessCard } from '../../src/cards/access-card.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { type CardSurface, meetingCard } from '../../src/cards/meeting-card.ts';
import { wordsFor } from '../../src/cards/words/words-for.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { decodedAll } from '../support/decoded.ts';
import { violationsOfMessage } from '../support/slack/block-kit-rules/message.ts';
import { second } from '../support/units.ts';

const nobody: Viewer = { kind: 'unproven', reason: 'no-email' };
const moments = [1_924_910_000, 1_924_911_000, 1_924_914_600, 1, 99_999_999_999].map(second);
const surfaces: readonly CardSurface[] = [
  { kind: 'private' },
  { kind: 'modal', thread: 'can-post' },
  { kind: 'modal', thread: 'posted' },
  { kind: 'shared', sharedBy: 'U0HAN' },
  { kind: 'shared', sharedBy: '<!channel>' },
  { kind: 'shared', sharedBy: undefined },
];

const options = fc.record({
  words: fc.constantFrom('en', 'zh-CN').map((tag) => wordsFor(tag, 'en')),
  now: fc.constantFrom(...moments),
  asOf: fc.constantFrom(...moments),
  stale: fc.boolean(),
  surface: fc.constantFrom(...surfaces),
});

/** Those whom the meeting's own data proves to be somebody, and nobody. */
function viewersOf({ hostId, invitees }: Meeting): Viewer[] {
  const ids = [hostId, ...invitees.slice(0, 5).map(({ userId }) => userId)].filter((id) => id !== undefined);
  return [nobody, ...ids.map((userId): Viewer => ({ kind: 'proven', userId, name: '<@U1>|&'.repeat(100) }))];
}

describe('whatever the vendor says of a meeting', () => {
  test('the card of it is within the limits of Block Kit, for all viewers', () => {
    fc.assert(
      fc.property(strangeMeeting, options, (wire, given) => {
        for (const meeting of decodedAll([wire]).meetings) {
          for (const viewer of viewersOf(meeting)) {
            const card = meetingCard(viewFor(meeting, viewer, PRIVATE), given);
            expect(violationsOfMessage(card)).toEqual([]);
            expect(card.blocks.length).toBeLessThanOrEqual(13);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the small card and "my access" are, too', () => {
    fc.assert(
      fc.property(strangeMeeting, options, (wire, { words, now }) => {
        for (const meeting of decodedAll([wire]).meetings) {
          const shared = viewFor(meeting, nobody, { kind: 'shared', showsAttendeePassword: true });
          expect(violationsOfMessage({ text: 'a link', blocks: compactCard(shared, words, now) })).toEqual(
            [],
          );
          for (const viewer of viewersOf(meeting)) {
            const own = accessCard(viewFor(meeting, viewer, PRIVATE), viewer, words, now);
            expect(violationsOfMessage(own)).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
