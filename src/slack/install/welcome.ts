import { welcomeCard } from '../../cards/welcome-card.ts';
import { wordsFor } from '../../cards/words/languages.ts';
import { withTimeout } from '../../lib/with-timeout.ts';
import type { StoredInstallation } from '../../tenants/installation.ts';
import type { Services } from '../services.ts';
import { REQUIRED_PROFILE_MS } from '../time-limits.ts';

/** A direct message to whoever installed the app, in their language where it is known: what to do next. */
export async function welcome(
  { installedBy: userId, teamId, enterpriseId }: StoredInstallation,
  { users, tenantSettings, messenger }: Pick<Services, 'users' | 'tenantSettings' | 'messenger'>,
): Promise<void> {
  const team = teamId ?? enterpriseId;
  const lookup = team === undefined ? undefined : users.of({ userId, teamId: team });
  const profile = lookup && (await withTimeout(REQUIRED_PROFILE_MS, lookup));
  const { locale } = await tenantSettings.in(undefined);
  await messenger.postToUser(userId, welcomeCard(wordsFor(profile?.locale, locale)));
}
