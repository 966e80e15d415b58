/** The words of what happens to a meeting after its card was posted, and of the card's own menu. */
export interface ChangeWords {
  /** "12 in the meeting", on the card of a live meeting. */
  readonly inMeeting: (count: number) => string;
  /** The label of the names in *People*. */
  readonly inMeetingNow: (count: number) => string;
  /** How long a meeting was; seconds, positive. */
  readonly lasted: (seconds: number) => string;
  /** The date and time of the next occurrence follow. */
  readonly nextOn: string;
  readonly meetingCancelled: string;
  readonly meetingMoved: string;
  /** In place of the phase, where the conference service does not know the meeting any more. */
  readonly gone: string;
  readonly goneWhy: string;
  /** The same in the thread of a card. */
  readonly meetingGone: string;
  /** The old and the new time, as they are read out. */
  readonly fromTo: (from: string, to: string) => string;
  readonly willNotUpdate: string;
  readonly removeCard: string;
  readonly onlySharerRemoves: string;
}
