import { withLineAbove } from '../cards/blocks.ts';
import { mrkdwn } from '../cards/mrkdwn.ts';
import type { Words } from '../cards/words/words.ts';
import type { AskedText } from '../core/asked-text.ts';
import type { Reference } from '../core/reference.ts';
import type { FoundSurface } from './found-card.ts';
import type { RequestContext } from './request-context.ts';
import { type MeetingAnswer, meetingAnswer } from './with-meeting.ts';

/** A reference as somebody asked for it. */
export type AskedReference = Omit<AskedText & { kind: 'reference' }, 'kind'>;

/** A reference that a button or a link names. */
export function plainly(reference: Reference): AskedReference {
  return { reference, isUnderstood: false, otherwise: undefined };
}

/**
 * The answer to what somebody asked for on a surface of their own. Where their text says more than a reference, a line above the card names what
 * was understood. A link that leads to no meeting gives way to another reference of the text.
 */
export async function askedAnswer(
  context: RequestContext,
  { reference, isUnderstood, otherwise }: AskedReference,
  surface: Exclude<FoundSurface, { readonly kind: 'shared' }>,
): Promise<MeetingAnswer> {
  const answer = await meetingAnswer(context, reference, surface);
  if (answer.outcome === 'unknown-link' && otherwise !== undefined)
    return askedAnswer(context, { reference: otherwise, isUnderstood, otherwise: undefined }, surface);
  if (!isUnderstood) return answer;
  const { words } = answer;
  return {
    ...answer,
    card: withLineAbove(answer.card, mrkdwn`${words.understood(named(reference, words))}`),
  };
}

function named(reference: Reference, words: Words): string {
  switch (reference.kind) {
    case 'event':
      return words.meetingNumber(reference.eventId);
    case 'host-password':
      return words.aHostPassword;
    case 'link':
      return words.aLink;
  }
}
