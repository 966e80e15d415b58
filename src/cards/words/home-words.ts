/** The words of the Home tab. */
export interface HomeWords {
  readonly yourMeetings: string;
  readonly nothingThisWeek: string;
  /** Before the date of today. */
  readonly onToday: string;
  /** Of the rest of today, where later days have some. */
  readonly nothingElseToday: string;
  readonly agendaFailed: string;
  /** For somebody who is not known to the conference service; the reason follows. May have marks of style. */
  readonly worksWithoutProof: string;
  /** For people who cannot connect an account. */
  readonly notConnected: string;
  /** Before what the conference service said, and when. */
  readonly lastRequestFailed: string;
  readonly recentlyLookedUp: string;
  readonly nothingRecent: string;
  readonly clearRecent: string;
  readonly howToBegin: string;
  readonly otherEntryPoints: string;
  /** Names a link. */
  readonly getSupport: string;
}
