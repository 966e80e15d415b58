import { calledOffCard, calledOffGoneCard, withoutMeetingCard } from '../cards/reminder-cards.ts';
import { clocksOf } from '../cards/when.ts';
import type { Person } from '../core/person.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { ReminderCards } from '../tracking/reminders/reminder-cards.ts';
import { type CardServices, foundCard, privateView } from './found-card.ts';
import type { Services } from './services.ts';
import { REQUIRED_PROFILE_MS } from './time-limits.ts';
import { UNKNOWN_PROFILE } from './user-directory.ts';
import type { UserProfile } from './user-profile.ts';
import { withOrigin } from './viewer-proof.ts';

/**
 * What people are reminded with. Who they are is asked as for any card of theirs, when it is sent; of whom nothing is known in time gets the
 * public view.
 */
export function reminderCards(services: CardServices & Pick<Services, 'users' | 'identity'>): ReminderCards {
  const profileOf = async (person: Person): Promise<UserProfile> => {
    const known = await withTimeout(REQUIRED_PROFILE_MS, services.users.of(person));
    const { viewer, locale, zone } = known ?? UNKNOWN_PROFILE;
    return { viewer: withOrigin(viewer, person, services.identity), locale, zone };
  };

  return {
    async reminder({ person }, found) {
      return foundCard(found, await profileOf(person), { kind: 'reminder' }, services);
    },
    async calledOff({ person }, found) {
      const profile = await profileOf(person);
      const view = privateView(found, profile.viewer);
      return calledOffCard(view, services.wordsOf(profile), clocksOf(view, profile.zone));
    },
    async calledOffGone({ person, at, end, zone }, eventId) {
      const profile = await profileOf(person);
      const times = { start: at.start, end, zone };
      return calledOffGoneCard(
        { eventId, ...times },
        services.wordsOf(profile),
        clocksOf(times, profile.zone),
      );
    },
    async withoutMeeting({ person, at, zone }, eventId, lookup) {
      const words = services.wordsOf(await profileOf(person));
      const kind = lookup.kind === 'unknown-link' ? 'not-found' : lookup.kind;
      return withoutMeetingCard({ eventId, start: at.start, zone, failure: kind }, words);
    },
  };
}
