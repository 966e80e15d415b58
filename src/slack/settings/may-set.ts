import type { Words } from '../../cards/words/words.ts';
import type { Level } from '../../core/settings.ts';
import type { Standing } from '../../core/standing.ts';
import type { RequestContext } from '../request-context.ts';

/** Why somebody may not set something: a fixed word, and the sentence for them. */
export interface NotAllowed {
  readonly outcome: 'not-allowed' | 'standing-unknown';
  readonly sentence: string;
}

/** Outcomes of whoever may not. */
export const NOT_ALLOWED = ['not-allowed', 'standing-unknown'] as const;

const ALLOWED: Readonly<Record<Level, readonly Standing[]>> = {
  workspace: ['admin'],
  channel: ['admin', 'member'],
};

/** Admins set what counts for a workspace, full members what counts for a channel. Slack is asked who somebody is at each of their steps. */
export async function whyNotSet(
  level: Level,
  { actor, services }: Pick<RequestContext, 'actor' | 'services'>,
  words: Words,
): Promise<NotAllowed | undefined> {
  const standing = await services.users.standing(actor);
  if (standing === 'unknown') return { outcome: 'standing-unknown', sentence: words.standingUnknown };
  if (ALLOWED[level].includes(standing)) return undefined;
  return { outcome: 'not-allowed', sentence: level === 'workspace' ? words.onlyAdmins : words.onlyMembers };
}
