import type { Meeting } from './meeting.ts';

/** A number, as it is typed, that people know a meeting by besides its event id. It proves nothing about whoever types it. */
export interface OtherNumber {
  readonly kind: 'conference-number' | 'attendee-password';
  readonly digits: string;
}

/** A conference number without leading zeros. */
const CONFERENCE_NUMBER = /^0*([1-9][0-9]{0,19})$/;

/** As long as a host password. A shorter one could be guessed, and to find its meeting would confirm the guess. */
const ATTENDEE_PASSWORD = /^([0-9]{13,32})$/;

export function otherNumbersOf({ conferenceId, attendeePassword }: Meeting): OtherNumber[] {
  return [
    ...numbered('conference-number', CONFERENCE_NUMBER, conferenceId),
    ...numbered('attendee-password', ATTENDEE_PASSWORD, attendeePassword),
  ];
}

/** Whether a number is one of this meeting's. */
export function hasOtherNumber(meeting: Meeting, { kind, digits }: OtherNumber): boolean {
  return otherNumbersOf(meeting).some((own) => own.kind === kind && own.digits === digits);
}

function numbered(kind: OtherNumber['kind'], form: RegExp, written = ''): OtherNumber[] {
  const digits = form.exec(written)?.[1];
  return digits === undefined ? [] : [{ kind, digits }];
}
