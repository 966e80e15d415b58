import { calledOffCard, calledOffGoneCard, withoutMeetingCard } from '../cards/reminder-cards.ts';
import { clocksOf } from '../cards/when.ts';
import { wordsFor } from '../cards/words/languages.ts';
import type { Words } from '../cards/words/words.ts';
import type { Person } from '../core/person.ts';
import type { Settings } from '../core/settings.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { ReminderCards } from '../tracking/reminders/reminder-cards.ts';
import { type CardContext, foundCard, privateView } from './found-card.ts';
import type { Services } from './services.ts';
import { REQUIRED_PROFILE_MS } from './time-limits.ts';
import { UNKNOWN_PROFILE } from './user-directory.ts';
import type { UserProfile } from './user-profile.ts';
import { withOrigin } from './viewer-proof.ts';

/**
 * What people are reminded with. Who they are is asked as for any card of theirs, when it is sent; of whom nothing is known in time gets the
 * public view.
 */
export function reminderCards(
  services: CardContext['services'] & Pick<Services, 'users' | 'identity' | 'tenantSettings'>,
): ReminderCards {
  const settingsNow = (): Promise<Settings> => services.tenantSettings.in(undefined);
  const wordsOf = async ({ locale }: UserProfile): Promise<Words> =>
    wordsFor(locale, (await settingsNow()).locale);
  const profileOf = async (person: Person): Promise<UserProfile> => {
    const known = await withTimeout(REQUIRED_PROFILE_MS, services.users.of(person));
    const profile = known ?? UNKNOWN_PROFILE;
    return { ...profile, viewer: withOrigin(profile.viewer, person, services.identity) };
  };

  return {
    async reminder({ person }, found) {
      const [profile, settings] = await Promise.all([profileOf(person), settingsNow()]);
      return foundCard(found, profile, { kind: 'reminder' }, { services, settings });
    },
    async calledOff({ person }, found) {
      const profile = await profileOf(person);
      const view = privateView(found, profile.viewer, await settingsNow());
      return calledOffCard(view, await wordsOf(profile), clocksOf(view, profile.zone));
    },
    async calledOffGone({ person, at, end, zone }, eventId) {
      const profile = await profileOf(person);
      const times = { start: at.start, end, zone };
      const clocks = clocksOf(times, profile.zone);
      return calledOffGoneCard({ eventId, ...times }, await wordsOf(profile), clocks);
    },
    async withoutMeeting({ person, at, zone }, eventId, lookup) {
      const words = await wordsOf(await profileOf(person));
      const kind = lookup.kind === 'unknown-link' ? 'not-found' : lookup.kind;
      return withoutMeetingCard({ eventId, start: at.start, zone, failure: kind }, words);
    },
  };
}
