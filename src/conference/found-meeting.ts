import { currentOccurrence } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { FoundMeeting, Lookup } from './lookup.ts';
import type { Rights } from './rights.ts';
import { asOf, type NotFound, type StoredAnswer } from './stored-answer.ts';
import { ageOf, type TtlOptions } from './ttl-policy.ts';

/** When the person asked, and what time it is now. */
export interface LookupTime {
  readonly since: UnixSeconds;
  readonly now: UnixSeconds;
}

/** A stored answer as the result of a lookup. What the vendor said since the person asked proves rights, however short its TTL is. */
export function lookupOf(
  answer: StoredAnswer,
  { since, now }: LookupTime,
  ttl: TtlOptions,
  freshness: FoundMeeting['freshness'] = 'fresh',
): Lookup {
  if (answer.kind === 'not-found') return { kind: 'not-found', reference: 'event' };
  const isCurrent = asOf(answer) >= since || ageOf(answer, now, ttl, 'rights') === 'fresh';
  return foundMeeting(answer, now, freshness, isCurrent ? 'current' : 'unchecked');
}

export function foundMeeting(
  answer: Exclude<StoredAnswer, NotFound>,
  now: UnixSeconds,
  freshness: FoundMeeting['freshness'],
  rights: Rights,
): FoundMeeting {
  const { occurrences } = answer;
  const meeting = currentOccurrence(occurrences, now) ?? occurrences[0];
  return { kind: 'found', meeting, occurrences, asOf: asOf(answer), freshness, rights };
}
