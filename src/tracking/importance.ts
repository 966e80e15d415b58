import type { Change, ChangeKind } from '../core/changes.ts';

/** The order in which changes reach their cards: a wrong time misleads people most. */
export type Importance = 'urgent' | 'live' | 'other';

const IMPORTANCE: Readonly<Record<ChangeKind, Importance>> = {
  cancelled: 'urgent',
  gone: 'urgent',
  moved: 'urgent',
  started: 'live',
  ended: 'live',
  venue: 'other',
  title: 'other',
  host: 'other',
  'join-link': 'other',
};

/** A card that is more important counts as due so much earlier; no card waits for so long. */
const AHEAD_MS: Readonly<Record<Importance, number>> = {
  urgent: 2 * 24 * 60 * 60 * 1000,
  live: 24 * 60 * 60 * 1000,
  other: 0,
};

export const importanceOf = ([change]: readonly Change[]): Importance =>
  change === undefined ? 'other' : IMPORTANCE[change.kind];

/** The due time of a card that could be updated at `at` (milliseconds). */
export function dueAt(at: number, changes: readonly Change[]): number {
  return at - AHEAD_MS[importanceOf(changes)];
}
