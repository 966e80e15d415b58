import { type Card, withLineAbove } from '../cards/blocks.ts';
import { Mrkdwn } from '../cards/mrkdwn.ts';
import type { Words } from '../cards/words/words.ts';
import type { FindOptions, FoundMeeting } from '../conference/lookup.ts';
import type { Reference } from '../core/reference.ts';
import { type FoundSurface, foundCard } from './found-card.ts';
import { knownRunning } from './known-running.ts';
import { lookUp, type NoMeeting } from './look-up.ts';
import type { PostedMessage } from './messenger.ts';
import { noMeetingCard, noMeetingSentence } from './no-meeting-card.ts';
import type { RequestContext } from './request-context.ts';
import { withRights } from './rights.ts';
import { LIVE_MS, PROFILE_MS } from './time-limits.ts';
import type { UserProfile } from './user-profile.ts';

/** Who reads the answer, as far as that is known in time. */
export interface Reader {
  readonly profile: UserProfile;
  readonly words: Words;
}

/** What to tell a person about a meeting that they did not get. */
export interface NoMeetingAnswer {
  readonly card: Card;
  readonly outcome: NoMeeting['kind'];
  /** The same in a sentence, for the place where the reference was typed. */
  readonly sentence: string;
}

export interface MeetingExchange<F, N> {
  /** How old the stored meeting may be. */
  readonly find?: FindOptions;
  /** How long the reader's profile may take; a lookup may take longer. */
  readonly profileMs: number;
  /** `renewed`: a stored meeting that does not prove what this reader would see is looked up again. */
  readonly rights: 'renewed' | 'as-stored';
  found(meeting: FoundMeeting, reader: Reader): F | Promise<F>;
  notFound(answer: NoMeetingAnswer, reader: Reader): N | Promise<N>;
}

/** The exchange of every entry point that has a reference: look up, find out who asks, check rights, render what was found or was not. */
export async function withMeeting<F, N = F>(
  context: RequestContext,
  reference: Reference,
  { find = {}, profileMs, rights, found, notFound }: MeetingExchange<F, N>,
): Promise<F | N> {
  const { services } = context;
  const [known, profile] = await Promise.all([lookUp(context, reference, find), context.profile(profileMs)]);
  const reader: Reader = { profile, words: context.wordsOf(profile) };
  const isRenewed = known.kind === 'found' && rights === 'renewed';
  const lookup = isRenewed ? await withRights(known, profile.viewer, services) : known;
  if (lookup.kind === 'found') return found(lookup, reader);
  return notFound(noMeetingAnswer(lookup, reference, reader), reader);
}

function noMeetingAnswer(
  lookup: NoMeeting,
  reference: Reference,
  { profile, words }: Reader,
): NoMeetingAnswer {
  const card = noMeetingCard(lookup, reference, words, profile);
  return { card, outcome: lookup.kind, sentence: noMeetingSentence(lookup, words) };
}

/** A card for somebody, and what it is. */
export interface MeetingAnswer {
  readonly card: Card;
  readonly outcome: 'found' | 'stale' | NoMeeting['kind'];
  /** Whether the card shows a meeting. */
  readonly hasMeeting: boolean;
  /** The reader's, also where the card is for a channel. */
  readonly words: Words;
  /** Why there is no meeting, for the place where the reference was typed; empty where there is one. */
  readonly sentence: string;
}

/** The same for a meeting's own card on a surface. `posted`: where the card stands that this one replaces, in a channel. */
export function meetingAnswer(
  context: RequestContext,
  reference: Reference,
  surface: FoundSurface,
  { find = {}, posted }: { readonly find?: FindOptions; readonly posted?: PostedMessage | undefined } = {},
): Promise<MeetingAnswer> {
  return withMeeting<MeetingAnswer>(context, reference, {
    find,
    profileMs: PROFILE_MS,
    rights: surface.kind === 'shared' ? 'as-stored' : 'renewed',
    found: async (meeting, { profile, words }) => ({
      card: withNumberToUse(
        await currentCard(context, meeting, profile, surface, posted),
        meeting,
        surface,
        words,
      ),
      outcome: meeting.freshness === 'stale' ? 'stale' : 'found',
      hasMeeting: true,
      words,
      sentence: '',
    }),
    notFound: (answer, { words }) => ({ ...answer, hasMeeting: false, words }),
  });
}

/** A card that follows its meeting goes on showing what is known of that. */
async function currentCard(
  context: RequestContext,
  found: FoundMeeting,
  profile: UserProfile,
  surface: FoundSurface,
  posted: PostedMessage | undefined,
): Promise<Card> {
  const { services } = context;
  if (posted !== undefined) {
    const live = await services.liveFor(found, LIVE_MS);
    const shown = await services.tracking.followers.shown(found, posted, live).catch(() => undefined);
    if (shown !== undefined) {
      const current = { ...found, meeting: shown.meeting };
      const kept =
        surface.kind === 'shared' && shown.reach === 'external'
          ? { ...surface, reach: shown.reach }
          : surface;
      return foundCard(current, profile, kept, context, shown.progress);
    }
  }
  return foundCard(found, profile, surface, context, { running: await knownRunning(found, services) });
}

/** Whoever typed another number is told which one to use; a channel is not. */
function withNumberToUse(
  card: Card,
  { foundBy, meeting }: FoundMeeting,
  surface: FoundSurface,
  words: Words,
): Card {
  if (foundBy === undefined || surface.kind === 'shared') return card;
  return withLineAbove(card, Mrkdwn.ours(words.typedOther[foundBy](meeting.eventId)));
}
