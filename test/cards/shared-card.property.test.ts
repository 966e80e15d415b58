import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactCard } from '../../src/cards/compact-card.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { viewFor } from '../../src/core/audience.ts';
import { phaseAt } from '../../src/core/schedule.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { cardOptions, nobody } from '../support/card-options.ts';
import { decodedAll } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const moment = fc.integer({ min: 1_924_900_000, max: 1_925_000_000 }).map(second);

test('at all moments of one phase the cards that a channel sees are the same', () => {
  let compared = 0;
  fc.assert(
    fc.property(strangeMeeting, cardOptions, moment, moment, (wire, options, one, other) => {
      for (const meeting of decodedAll([wire]).meetings) {
        if (phaseAt(meeting, one, options) !== phaseAt(meeting, other, options)) continue;
        compared += 1;
        const view = viewFor(meeting, nobody, {
          kind: 'shared',
          reach: 'company',
          showsAttendeePassword: true,
          visibility: 'everyone',
          zone: 'meeting',
        });
        const surface = { kind: 'shared', sharedBy: 'U0HAN' } as const;
        const [first, second] = [one, other].map((now) => [
          meetingCard(view, { ...options, surface, now }),
          compactCard(view, { ...options, now, homeZone: view.zone }),
        ]);
        expect(first).toEqual(second);
      }
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(100);
});
