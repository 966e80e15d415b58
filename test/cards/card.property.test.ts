import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOfMessage } from '../../sandbox/block-kit/message.ts';
import { violationsOfView } from '../../sandbox/block-kit/view.ts';
import { accessCard } from '../../src/cards/access-card.ts';
import { classicBlocks } from '../../src/cards/classic-blocks.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { modal } from '../../src/cards/modal.ts';
import { cancelledNote, movedNote } from '../../src/cards/notes.ts';
import { slackBlocks } from '../../src/cards/readonly-blocks.ts';
import { calledOffCard } from '../../src/cards/reminder-cards.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { currentCopy, nobody, cardOptions as options, times } from '../support/card-options.ts';
import { decodedAll } from '../support/decoded.ts';
import { timed } from '../support/units.ts';

/** Those whom the meeting's own data proves to be somebody, and nobody. */
function viewersOf({ hostId, invitees }: Meeting): Viewer[] {
  const ids = [hostId, ...invitees.slice(0, 5).map(({ userId }) => userId)].filter((id) => id !== undefined);
  return [nobody, ...ids.map((userId): Viewer => ({ kind: 'proven', userId, name: '<@U1>|&'.repeat(100) }))];
}

describe('whatever the vendor’s data of a meeting is', () => {
  test('its card is within the limits of Block Kit, for all viewers', () => {
    fc.assert(
      fc.property(strangeMeeting, options, (wire, given) => {
        for (const meeting of decodedAll([wire]).meetings) {
          for (const viewer of viewersOf(meeting)) {
            const card = meetingCard(viewFor(meeting, viewer, PRIVATE), given);
            const { words, surface } = given;
            const violations =
              surface.kind === 'modal'
                ? violationsOfView(modal(words.meeting, words, card.blocks))
                : violationsOfMessage(card);
            expect(violations).toEqual([]);
            expect(card.blocks.length).toBeLessThanOrEqual(16);
            expect(violationsOfMessage({ ...card, blocks: classicBlocks(slackBlocks(card.blocks)) })).toEqual(
              [],
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('so are the compact card, My access, and what tells of changes', () => {
    fc.assert(
      fc.property(strangeMeeting, options, times, (wire, { words, now, ...progress }, from) => {
        for (const meeting of decodedAll([wire]).meetings) {
          const shared = viewFor(meeting, nobody, {
            kind: 'shared',
            reach: 'company',
            showsAttendeePassword: true,
            visibility: 'everyone',
            zone: 'meeting',
          });
          const unfurl = {
            text: 'a link',
            blocks: compactCard(shared, { ...progress, words, now, homeZone: from.zone }),
          };
          const notes = [
            cancelledNote(shared, words),
            movedNote(shared, { from: timed(from), to: timed(from) }, words),
            calledOffCard(shared, words, 'both'),
          ];
          expect([unfurl, ...notes].flatMap(violationsOfMessage)).toEqual([]);
          for (const viewer of viewersOf(meeting)) {
            const own = accessCard(viewFor(meeting, viewer, PRIVATE), viewer, words, now, currentCopy(now));
            expect(violationsOfMessage(own)).toEqual([]);
            const inModal = { kind: 'modal', thread: 'none', shownStart: from.start } as const;
            const view = viewFor(meeting, viewer, PRIVATE);
            const above = accessCard(view, viewer, words, now, currentCopy(now), inModal);
            expect(violationsOfView(modal(words.myAccess, words, above.blocks))).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('so is all that is shown of it to who may know only that it exists, and nothing in it is the title or a link', () => {
    fc.assert(
      fc.property(strangeMeeting, options, times, (wire, given, from) => {
        const { words, now, asOf, stale: _stale, surface, ...progress } = given;
        for (const decoded of decodedAll([wire]).meetings) {
          const meeting = { ...decoded, title: 'secret-title', hostName: '<@U1>|*&*'.repeat(200) };
          const view = viewFor(meeting, nobody, { ...PRIVATE, visibility: 'invited' });
          if (view.audience !== 'limited') throw new Error('a stranger sees more');
          const card = meetingCard(view, given);
          const shown = [
            { text: 'a link', blocks: compactCard(view, { ...progress, words, now, homeZone: from.zone }) },
            cancelledNote(view, words),
            movedNote(view, { from: timed(from), to: timed(from) }, words),
            calledOffCard(view, words, 'both'),
            accessCard(view, nobody, words, now, currentCopy(asOf)),
          ];
          const ofCard =
            surface.kind === 'modal'
              ? violationsOfView(modal(words.meeting, words, card.blocks))
              : violationsOfMessage(card);
          expect([...ofCard, ...shown.flatMap(violationsOfMessage)]).toEqual([]);
          expect(JSON.stringify([card, shown])).not.toMatch(/secret-title|"url"|https?:/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
