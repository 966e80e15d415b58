import type { Approval, Response, Venue } from '../../core/meeting.ts';
import type { Phase } from '../../core/schedule.ts';

/** The words of a meeting's card. */
export interface CardWords {
  readonly untitled: string;
  readonly phase: Readonly<Record<Phase, string>>;
  /** In place of the phase of a meeting that has not begun and whose start is not given. */
  readonly scheduled: string;
  /** In place of its time. */
  readonly timeNotGiven: string;
  /** To somebody who wants what needs a time: a reminder, a calendar file. */
  readonly needsTime: string;
  /** "starts in 24 min", "ends in 1 hr 5 min", "2 hours ago"; seconds, positive. */
  readonly startsIn: (seconds: number) => string;
  readonly endsIn: (seconds: number) => string;
  readonly endedAgo: (seconds: number) => string;
  readonly mode: Readonly<Record<'video' | 'data', string>>;
  readonly onSiteOnly: string;
  readonly when: string;
  readonly yourTime: string;
  readonly where: string;
  readonly equipment: string;
  readonly venue: Readonly<Record<Venue, string | undefined>>;
  readonly floor: (floor: string) => string;
  /** Of rooms that are not approved: an approved one is not said to be. */
  readonly approval: Readonly<Record<Exclude<Approval, 'approved'>, string>>;
  readonly more: (count: number) => string;
  readonly host: string;
  readonly invited: string;
  readonly invitedCount: (count: number) => string;
  readonly response: Readonly<Record<Response, string>>;
  readonly responseCount: (count: number, response: Response) => string;
  readonly joinAs: string;
  readonly also: string;
  readonly callMe: string;
  readonly liveStream: string;
  /** After a link's label, in place of the link. */
  readonly linkTooLong: string;
  readonly join: string;
  readonly joinInBrowser: string;
  readonly joinNamed: (title: string) => string;
  readonly share: string;
  readonly refresh: string;
  readonly tryAgain: string;
  readonly recurring: string;
  readonly signInNeeded: string;
  readonly passphraseAsked: string;
  readonly confidential: string;
  readonly joinTags: (tags: string) => string;
  /** Why a card says no more than that the meeting exists, and whom to ask. */
  readonly onlyForInvited: (hostName: string | undefined) => string;
  /** A meeting by its number, where its title is not for the reader. */
  readonly numberedMeeting: (id: string) => string;
  readonly meetingNumber: (id: string) => string;
  readonly conferenceNumber: (id: string) => string;
  /** To somebody who typed another number of a meeting: which one to use. */
  readonly typedOther: Readonly<Record<'conference-number' | 'attendee-password', (id: string) => string>>;
  readonly asOf: string;
  readonly staleAsOf: string;
  readonly attendeePassword: string;
  readonly sharedBy: string;
  readonly lookingUp: string;
  readonly listSeparator: string;
  /** Between a label and what it labels. */
  readonly colon: string;
  readonly fullStop: string;
}
