/** How fast the tracker works. */
export interface TrackingLimits {
  /** Updates for one tenant. Slack allows fifty calls a minute of a method of Tier 3 (docs.slack.dev, apis/web-api/rate-limits). */
  readonly updatesPerMinute: number;
  /** Cards that follow one meeting. A check of the meeting reads all of them. */
  readonly cardsPerMeeting: number;
  /** How often a process looks for what is due. */
  readonly everyMs: number;
  /** How many checks, and how many workspaces' updates, run at a time in one process. */
  readonly atOnce: number;
}

export const TRACKING_LIMITS: TrackingLimits = {
  updatesPerMinute: 40,
  cardsPerMeeting: 1000,
  everyMs: 1000,
  atOnce: 8,
};
