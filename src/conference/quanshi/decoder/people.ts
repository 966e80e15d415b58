import type { Invitee, Response } from '../../../core/meeting.ts';
import { integer, role, text, user } from './fields.ts';
import type { WireObject } from './wire-object.ts';

const INTERNAL = 1;
const BY_PHONE = 3;
const RESPONSE: Readonly<Record<string, Response>> = { W: 'confirmed', A: 'accepted', R: 'declined' };

/** The attendee list. Contact data (`phoneEmail`, `mobileNumber` and the like) is never read. */
export function decodeInvitees(attendList: readonly WireObject[]): Invitee[] {
  return attendList.map((wire) => {
    const userType = wire.read('userType', integer);
    const id = wire.read('user', user);
    const displayName = wire.read('displayName', text);
    const phoneName = wire.read('phoneName', text);
    const company = wire.read('companyName', text);
    const organisation = wire.read('orgName', text);
    const status = wire.read('status', text);
    return {
      userId: userType === INTERNAL ? id : undefined,
      name: userType === BY_PHONE ? (phoneName ?? displayName) : (displayName ?? phoneName),
      company: company ?? organisation,
      response: status === undefined ? undefined : RESPONSE[status.toUpperCase()],
      roleId: wire.read('roleId', role),
    };
  });
}
