import type { ChangeKind } from '../core/changes.ts';
import type { Sent } from './card-sender.ts';

/** What the tracker tells of its work, for the log and the metrics. */
export interface TrackingReports {
  /** `other`: something on the card that has no name of its own, such as the number of people in the meeting. */
  cardUpdated(change: ChangeKind | 'other', outcome: Sent['kind']): void;
  noteSent(change: 'cancelled' | 'gone' | 'moved', outcome: Sent['kind']): void;
  /** An attempt to send a reminder; it is not necessarily the last. `too-late`: the meeting was over. */
  reminderTried(kind: 'reminder' | 'called-off', outcome: Sent['kind'] | 'too-late'): void;
  /** Slack refused what this app sent, by Slack's word: a fault of this app. */
  cardRefused(reason: string): void;
  /** A card was posted, and cannot be noted yet. */
  cardNotFollowed(error: unknown): void;
  /** So many cards of one meeting are followed no more, since newer ones took their room. */
  surplusForgotten(count: number): void;
  /** A lane waited: for the app's own limit, or for Slack's. */
  laneWaited(reason: 'own-limit' | 'slack-limit'): void;
}
