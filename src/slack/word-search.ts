import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import { helpCard } from '../cards/help-card.ts';
import { shorten } from '../cards/limits.ts';
import { wordSearchCard } from '../cards/word-search-card.ts';
import type { Agenda } from '../conference/agenda.ts';
import { PRIVATE, viewFor } from '../core/audience.ts';
import { secondsOf, type UnixSeconds, unixSeconds } from '../core/time.ts';
import { withWords } from '../core/word-search.ts';
import { noAccountCard } from './no-meeting-card.ts';
import type { RequestContext } from './request-context.ts';
import { PROFILE_MS } from './time-limits.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const DAYS_BACK = 7;
const DAYS_AHEAD = 14;
const TYPED_MAX = 80;

/** `words`: nobody's meetings were searched, since it is not proven who asks. */
export const WORD_SEARCH = ['matches', 'no-match', 'words'] as const;

export interface WordSearchAnswer {
  readonly card: Card;
  readonly outcome: (typeof WORD_SEARCH)[number] | Exclude<Agenda['kind'], 'found'>;
  /** The same in a sentence, where there is no match to show. */
  readonly sentence: string;
}

/**
 * Searches the actor's own meetings, and nobody else's, from seven days back to fourteen ahead. It counts among their lookups. Without a proof
 * of who they are there is nothing to search, and they are told why.
 */
export async function searchWords(context: RequestContext, typed: string): Promise<WordSearchAnswer> {
  const { actor, services, settings, tenant } = context;
  const profile = await context.profile(PROFILE_MS);
  const words = context.wordsOf(profile);
  const { viewer } = profile;
  if (tenant.conference === undefined) return withoutAccount();
  if (viewer.kind === 'unproven') {
    const card = helpCard('words', typed, words, {
      note: words.searchNeedsAccount(words.unproven[viewer.reason]),
    });
    return { card, outcome: 'words', sentence: words.noReference.words };
  }
  const seconds = await services.lookupLimit.tryAcquire(actor);
  if (seconds > 0) return throttled(seconds);
  const now = secondsOf(services.clock);
  const { from, to } = span(now);
  const agenda = await services.agenda(viewer.userId, from, to);
  if (agenda.kind === 'throttled') return throttled(agenda.seconds);
  if (agenda.kind === 'no-account') return withoutAccount();
  if (agenda.kind !== 'found') {
    const card = failureCard({ kind: agenda.kind, ...agenda.report }, words);
    return { card, outcome: agenda.kind, sentence: words.failure[agenda.kind].what };
  }
  const { visibility } = settings;
  const views = agenda.meetings.map((meeting) => viewFor(meeting, viewer, { ...PRIVATE, visibility }));
  // What somebody may know only to exist is not found by words that they may not read.
  const readable = views.filter((view) => view.audience !== 'limited');
  const found = withWords(readable, typed, now);
  const card = wordSearchCard(found, typed, words, now);
  const sentence = `${words.noneWithWords} ${shorten(typed, TYPED_MAX)}`;
  return { card, outcome: found.length > 0 ? 'matches' : 'no-match', sentence };

  function withoutAccount(): WordSearchAnswer {
    const { what: sentence } = words.failure['no-account'];
    return { card: noAccountCard(words, profile.standing), outcome: 'no-account', sentence };
  }

  function throttled(wait: number): WordSearchAnswer {
    return { card: throttledCard(wait, words), outcome: 'throttled', sentence: words.throttled(wait).what };
  }
}

/** Whole hours, so that the searches of an hour have one list. */
function span(now: UnixSeconds): { from: UnixSeconds; to: UnixSeconds } {
  const hour = now - (now % HOUR);
  const at = (seconds: number): UnixSeconds => unixSeconds(seconds) ?? now;
  return { from: at(hour - DAYS_BACK * DAY), to: at(hour + HOUR + DAYS_AHEAD * DAY) };
}
