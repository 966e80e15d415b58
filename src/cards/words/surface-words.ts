/** The words of the surfaces besides a meeting's card: modals, unfurls, calendar files. */
export interface SurfaceWords {
  readonly details: string;
  readonly detailsNamed: (title: string) => string;
  readonly yours: string;
  /** After a time in the reader's zone, with a blank where the language has one. */
  readonly inYourTime: string;
  readonly meeting: string;
  /** Labels of a Work Object. */
  readonly state: string;
  readonly starts: string;
  readonly ends: string;
  readonly addToCalendar: string;
  readonly calendarSent: string;
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
  /** Above a card: the reference that was read out of a longer text. */
  readonly understood: (what: string) => string;
  /** What the reference is called, where it has no number. */
  readonly aLink: string;
  readonly aHostPassword: string;
  /** Before the words that were searched for. */
  readonly yourMeetingsWith: string;
  readonly noneWithWords: string;
  readonly searchedSpan: string;
  readonly searchNeedsAccount: (why: string) => string;
  readonly today: string;
  readonly nothingToday: string;
  readonly meetingCount: (count: number) => string;
  /** Around the name of the company; outside it are the people who will see what is shared. */
  readonly seenOutside: { readonly before: string; readonly after: string };
  /** In place of a name that is not known. */
  readonly yourCompany: string;
  readonly leftOutOutside: string;
  readonly confidentialStaysPrivate: string;
  readonly shareAnyway: string;
  readonly cancel: string;
  readonly peopleNotForOutsiders: string;
  /** Above a meeting of which its reader, of another company, does not see all. */
  readonly hiddenOutside: string;
  /** Above a meeting while roles cannot be proven. */
  readonly hiddenWhileStale: string;
}
