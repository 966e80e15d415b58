import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendee, invited } from '../../sandbox/conference/samples/people.ts';
import { PRIVATE, viewCacheKey, viewFor } from '../../src/core/audience.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { decoded } from '../support/decoded.ts';

const USERS = [1, 2, 3, 4, 5];

const viewers: readonly Viewer[] = [
  { kind: 'unproven', reason: 'no-email' },
  ...USERS.flatMap((digits): Viewer[] => {
    const userId = vendorUserId(String(digits));
    return userId === undefined ? [] : [{ kind: 'proven', userId, name: `User ${digits}` }];
  }),
];

const entry = fc.record({
  userId: fc.constantFrom(...USERS),
  roleId: fc.constantFrom(1000, 1001, 1003, 1004, 1005, ''),
  status: fc.constantFrom('W', 'A', 'R', ''),
});

test('whoever is of one class gets one view, and of two views the classes differ', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 8 }),
      fc.constantFrom(...USERS, 88_893_351),
      (entries, hostId) => {
        const attendList = entries.map(({ userId, ...rest }) => invited({ ...attendee, userId }, rest));
        const meeting = decoded({ hostId, attendList });
        const views = new Map<string, unknown>();
        for (const viewer of viewers) {
          const view = viewFor(meeting, viewer, PRIVATE);
          const word = viewCacheKey(meeting, viewer);
          expect(views.get(word) ?? view).toEqual(view);
          views.set(word, view);
        }
      },
    ),
  );
});

test('people who were invited in the same way are of one class', () => {
  const attendList = USERS.map((userId) => invited({ ...attendee, userId }, { roleId: 1003 }));
  const meeting = decoded({ attendList });
  expect(new Set(viewers.slice(1).map((viewer) => viewCacheKey(meeting, viewer))).size).toBe(1);
});
