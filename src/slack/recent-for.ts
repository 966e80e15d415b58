import type { NamedMeeting } from '../cards/meeting-list.ts';
import type { RecentMeeting } from '../conference/recent-meetings.ts';
import type { Settings } from '../core/settings.ts';

/**
 * A meeting that its reader looked up before. Where only invited people see meetings, its title is left out: nothing proves that the reader was,
 * or still is, on the list.
 */
export function recentFor(
  { eventId, title }: RecentMeeting,
  { visibility }: Pick<Settings, 'visibility'>,
): NamedMeeting {
  return { eventId, title: visibility === 'everyone' ? title : undefined };
}
