import type { MeetingView } from '../core/views.ts';
import type { Words } from './words/words.ts';

/** What a meeting is called for its reader: by its number, where its title is not for them. */
export function viewTitle(view: MeetingView, words: Words): string {
  return view.audience === 'limited' ? words.numberedMeeting(view.eventId) : view.title || words.untitled;
}
