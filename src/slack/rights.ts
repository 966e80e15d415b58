import type { FoundMeeting, Lookup } from '../conference/lookup.ts';
import { audienceOf } from '../core/audience.ts';
import type { Reference } from '../core/reference.ts';
import type { Viewer } from '../core/viewer.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { Services } from './services.ts';
import { RIGHTS_MS } from './time-limits.ts';

/**
 * The meeting, recent enough to show this viewer what is theirs: where an aged one would make them more than the public, it is looked up
 * again. Where no answer comes in time, the aged one is the fallback, with fewer rights.
 */
export async function withRights(
  found: FoundMeeting,
  viewer: Viewer,
  { meetings }: Services,
): Promise<Lookup> {
  if (found.rights !== 'unchecked' || audienceOf(found.meeting, viewer) === 'public') return found;
  const reference: Reference = { kind: 'event', eventId: found.meeting.eventId };
  const renewed = await withTimeout(RIGHTS_MS, meetings.find(reference, { maxAge: 'rights' }));
  return renewed ?? { ...found, freshness: 'stale', rights: 'fallback' };
}
