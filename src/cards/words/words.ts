import type { Approval, Response, Venue } from '../../core/meeting.ts';
import type { NoReferenceReason } from '../../core/reference.ts';
import type { Phase } from '../../core/schedule.ts';
import type { UnprovenReason } from '../../core/viewer.ts';
import type { Audience } from '../../core/views.ts';

/** Languages that the app speaks, as BCP 47 tags. */
export type Locale = 'en' | 'zh-CN';

/** Why there is no card; a closed set, each with its sentences. */
export type FailureKind =
  | 'not-found'
  | 'unknown-password'
  | 'unknown-link'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'unreadable'
  | 'internal';

/** A sentence that says what failed, and one that says what to do. */
export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/**
 * Every word of the cards in one language. Plain text: whoever renders it escapes it. A word that a language lacks does not compile.
 */
export interface Words {
  readonly locale: Locale;
  readonly untitled: string;
  readonly phase: Readonly<Record<Phase, string>>;
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
  readonly approval: Readonly<Record<Approval, string>>;
  readonly moreRooms: (count: number) => string;
  readonly host: string;
  readonly invited: string;
  readonly response: Readonly<Record<Response, string>>;
  readonly joinAs: string;
  readonly moreRoles: (count: number) => string;
  readonly also: string;
  readonly callMe: string;
  readonly liveStream: string;
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
  readonly meetingNumber: (id: string) => string;
  readonly conferenceNumber: (id: string) => string;
  readonly asOf: string;
  readonly staleAsOf: string;
  readonly attendeePassword: string;
  readonly sharedBy: string;
  readonly lookingUp: string;
  readonly listSeparator: string;
  readonly myAccess: string;
  readonly people: string;
  readonly startAsHost: string;
  readonly joinAsCoHost: string;
  readonly yourRole: string;
  readonly audience: Readonly<Record<Audience, string>>;
  /** "you are the host of …" with the title put in behind. */
  readonly accessOf: Readonly<Record<Audience, string>>;
  readonly onlyYou: string;
  readonly knownAs: (name: string | undefined, userId: string) => string;
  readonly unproven: Readonly<Record<UnprovenReason, string>>;
  readonly notInvited: string;
  readonly hostPassword: string;
  readonly hostSecret: string;
  readonly passphrase: string;
  readonly streamPassword: string;
  readonly h323: string;
  readonly roleLinks: string;
  readonly roleLinksWarning: string;
  readonly peopleCount: (count: number) => string;
  readonly unnamed: string;
  readonly noAnswer: string;
  readonly nobodyInvited: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly close: string;
  readonly details: string;
  readonly detailsNamed: (title: string) => string;
  readonly yours: string;
  readonly meeting: string;
  readonly addToCalendar: string;
  readonly calendarSent: string;
  readonly calendarGone: string;
  readonly postInThread: string;
  readonly postedInThread: string;
  readonly cannotPost: string;
  readonly chooseMeeting: string;
  readonly noneInMessage: string;
  readonly findMeeting: string;
  readonly find: string;
  readonly findLabel: string;
  readonly findHint: string;
  readonly hostLinkPasted: Readonly<Record<'host' | 'co-host', string>>;
  readonly hostLinkAdvice: string;
  readonly useInstead: string;
  readonly today: string;
  readonly nothingToday: string;
  readonly meetingCount: (count: number) => string;
  readonly yourMeetings: string;
  readonly nothingThisWeek: string;
  readonly agendaFailed: string;
  readonly recentlyLookedUp: string;
  readonly nothingRecent: string;
  readonly clearRecent: string;
  readonly howToBegin: string;
  readonly otherDoors: string;
  readonly throttled: (seconds: number) => FailureWords;
  readonly failure: Readonly<Record<FailureKind, FailureWords>>;
  readonly vendorSays: (code: string, message: string | undefined) => string;
  readonly forSupport: string;
  readonly noReference: Readonly<Record<NoReferenceReason, string>>;
  readonly youTyped: string;
  readonly usage: readonly string[];
}
