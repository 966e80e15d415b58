import type { FindOptions, Lookup } from '../conference/lookup.ts';
import { NO_REPORT } from '../conference/vendor.ts';
import type { Reference } from '../core/reference.ts';
import type { RequestContext } from './request-context.ts';

/** A lookup in somebody's name: theirs may be refused for a while. */
export type ActorLookup = Lookup | { readonly kind: 'throttled'; readonly seconds: number };

/** A lookup that gave no meeting. */
export type NoMeeting = Exclude<ActorLookup, { readonly kind: 'found' }>;

const BUSY: Lookup = { kind: 'busy', report: NO_REPORT };

/**
 * Looks up in the actor's name, for what they did not ask for themselves. It counts among their lookups; one that makes the vendor search
 * without result counts as several.
 */
export async function lookUpUnasked(
  { actor, services }: RequestContext,
  reference: Reference,
  options: FindOptions = {},
): Promise<ActorLookup> {
  const { meetings, lookupLimit, fairShare } = services;
  const seconds = await lookupLimit.tryAcquire(actor);
  if (seconds > 0) return { kind: 'throttled', seconds };
  const lookup = (await fairShare(actor, () => meetings.find(reference, options))) ?? BUSY;
  if (lookup.kind === 'not-found') lookupLimit.recordMiss(actor);
  return lookup;
}

/** The same for a meeting that the actor asked for: it is then listed among their recent meetings. */
export async function lookUp(
  context: RequestContext,
  reference: Reference,
  options: FindOptions = {},
): Promise<ActorLookup> {
  const lookup = await lookUpUnasked(context, reference, options);
  if (lookup.kind === 'found') context.services.recents.note(context.actor, lookup.meeting);
  return lookup;
}
