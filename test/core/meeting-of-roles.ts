import { host, invited } from '../../sandbox/conference/samples/people.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { decoded } from '../support/decoded.ts';
import { userOf } from '../support/units.ts';

/** Somebody of whom it is proven which user of the vendor they are. */
export function proven(digits: string): Viewer {
  return { kind: 'proven', userId: userOf(digits), name: undefined };
}

export const nobody: Viewer = { kind: 'unproven', reason: 'no-email' };

/** Its people are hosts (88893351 and 4), a co-host (2), an attendee (3), and two whose ids prove nothing. */
export const meetingOfRoles = decoded({
  attendList: [
    invited(host, { roleId: 1000 }),
    invited({ ...host, userId: 2 }, { roleId: 1001 }),
    invited({ ...host, userId: 3 }, { roleId: 1003 }),
    invited({ ...host, userId: 4 }, { roleId: 1000 }),
    invited({ ...host, userId: 5 }, { userType: 2, roleId: 1000 }),
    invited({ ...host, userId: 0 }, { userType: 2 }),
  ],
});
