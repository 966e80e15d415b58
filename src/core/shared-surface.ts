import type { SharedSurface } from './audience.ts';
import type { Reach } from './channel.ts';
import type { Meeting } from './meeting.ts';
import type { Progress, Times } from './schedule.ts';
import type { Rules } from './settings.ts';

/** Whether a meeting may be shown in a channel at all. */
export function mayShare(
  { confidential }: Pick<Meeting, 'confidential'>,
  rules: Pick<Rules, 'confidential'>,
): boolean {
  return !confidential || rules.confidential === 'shared';
}

/**
 * A channel for a meeting, under the rules that count there. `isWithdrawn`: the vendor has refused to describe the meeting since, so no password
 * is shown. A card that stands there of a meeting that may not be shared, since that was set or the meeting became confidential later, shows no
 * more than that the meeting exists.
 */
export function sharedSurface(
  meeting: Pick<Meeting, 'confidential'>,
  reach: Reach,
  rules: Rules,
  isWithdrawn: boolean,
): SharedSurface {
  return {
    kind: 'shared',
    reach,
    visibility: mayShare(meeting, rules) ? rules.visibility : 'invited',
    showsAttendeePassword: rules.attendeePassword === 'shown' && !isWithdrawn,
    zone: rules.cardZone,
  };
}

/** Times in the zone in which shared cards say them. */
export function inCardZone<T extends Times>(times: T, { cardZone }: Pick<Rules, 'cardZone'>): T {
  return cardZone === 'meeting' ? times : { ...times, zone: cardZone };
}

/** The same for what is known of a meeting besides its own data. */
export function progressInCardZone(progress: Progress, rules: Pick<Rules, 'cardZone'>): Progress {
  return { ...progress, next: progress.next && inCardZone(progress.next, rules) };
}
