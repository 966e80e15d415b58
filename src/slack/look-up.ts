import type { FairShare } from '../conference/fair-share.ts';
import type { FindOptions, Lookup } from '../conference/lookup.ts';
import { NO_REPORT } from '../conference/vendor.ts';
import type { VendorUserId } from '../core/ids.ts';
import type { Reference } from '../core/reference.ts';
import type { RequestContext } from './request-context.ts';
import { PROFILE_MS } from './time-limits.ts';

/** A lookup in somebody's name: theirs may be refused for a while. */
export type ActorLookup = Lookup | { readonly kind: 'throttled'; readonly seconds: number };

/** A lookup that gave no meeting. */
export type NoMeeting = Exclude<ActorLookup, { readonly kind: 'found' }>;

const BUSY: Lookup = { kind: 'busy', report: NO_REPORT };

/**
 * Looks up what the actor asked for: it counts among their lookups, and one that makes the vendor search without result counts as several. A
 * meeting that was found is listed among their recent meetings.
 */
export async function lookUp(
  context: RequestContext,
  reference: Reference,
  options: FindOptions = {},
): Promise<ActorLookup> {
  const { actor, services } = context;
  const seconds = await services.lookupLimit.tryAcquire(actor);
  if (seconds > 0) return { kind: 'throttled', seconds };
  const lookup = await find(context, services.fairShare, reference, options);
  if (isMiss(lookup)) services.lookupLimit.recordMiss(actor);
  if (lookup.kind === 'found') {
    services.recents.note(actor, lookup.meeting);
    context.homeChanged();
  }
  return lookup;
}

/** Looks up a link that the actor pasted: it counts among pasted links, and takes nothing from what they ask for. */
export async function lookUpPasted(
  context: RequestContext,
  reference: Reference,
  options: FindOptions = {},
): Promise<ActorLookup> {
  const { lookupLimit, pastedShare } = context.services;
  const seconds = await lookupLimit.tryAcquirePasted(context.actor);
  return seconds > 0 ? { kind: 'throttled', seconds } : find(context, pastedShare, reference, options);
}

async function find(
  context: RequestContext,
  share: FairShare,
  reference: Reference,
  options: FindOptions,
): Promise<Lookup> {
  const { meetings } = context.services;
  const listOf = async (): Promise<VendorUserId | undefined> => {
    const { viewer } = await context.profile(PROFILE_MS);
    return viewer.kind === 'proven' ? viewer.userId : undefined;
  };
  return (await share(context.actor, () => meetings.find(reference, { ...options, listOf }))) ?? BUSY;
}

/** A link that the vendor itself was asked for costs a question each time, as a number does. */
function isMiss(lookup: Lookup): boolean {
  return (
    lookup.kind === 'not-found' || (lookup.kind === 'unknown-link' && lookup.tried.includes('link-lookup'))
  );
}
