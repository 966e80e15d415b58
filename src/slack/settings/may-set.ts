import type { Words } from '../../cards/words/words.ts';
import type { Level } from '../../core/settings.ts';
import type { Standing } from '../../core/standing.ts';
import type { RequestContext } from '../request-context.ts';

/** Why somebody may not set something: a fixed word, and the sentence for them. */
export interface NotAllowed {
  readonly outcome: (typeof NOT_ALLOWED)[number];
  readonly sentence: string;
}

/** Outcomes of whoever may not. */
export const NOT_ALLOWED = ['not-allowed', 'standing-unknown', 'throttled'] as const;

const ALLOWED: Readonly<Record<Level, readonly Standing[]>> = {
  workspace: ['admin'],
  channel: ['admin', 'member'],
};

/**
 * Admins set what counts for a workspace, full members what counts for a channel. Slack is asked who somebody is at each of their steps, so each
 * counts among their lookups: nobody can use up what Slack allows for all.
 */
export async function whyNotSet(
  level: Level,
  { actor, services }: Pick<RequestContext, 'actor' | 'services'>,
  words: Words,
): Promise<NotAllowed | undefined> {
  const seconds = await services.lookupLimit.tryAcquire(actor);
  if (seconds > 0) return { outcome: 'throttled', sentence: words.throttled(seconds).what };
  const standing = await services.users.standing(actor);
  if (standing === 'unknown') return { outcome: 'standing-unknown', sentence: words.standingUnknown };
  if (ALLOWED[level].includes(standing)) return undefined;
  return { outcome: 'not-allowed', sentence: level === 'workspace' ? words.onlyAdmins : words.onlyMembers };
}
