import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { joinWithinLimit } from './join-within-limit.ts';
import { shorten } from './limits.ts';
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';

const LABELS_SHOWN = 10;
const LABEL_MAX = 40;
const TAGS_MAX = 150;
const PARTS_MAX = 1000;
const GROUPED_FROM = 7;

/** Digits as people read them aloud: threes from the left, the last group of two to four; short numbers stay whole. */
export function grouped(digits: string): string {
  if (digits.length < GROUPED_FROM || !/^[0-9]+$/.test(digits)) return digits;
  const groups = digits.match(/.{3}(?=.{2})|.+/g) ?? [digits];
  return groups.join('\u00a0');
}

/** The small line at the end of a card: its minor details, and how old they are. */
export function footer(view: View, words: Words, asOf: UnixSeconds, stale: boolean): Mrkdwn {
  const parts = [
    view.recurring ? words.recurring : undefined,
    view.confidential ? words.confidential : undefined,
    view.signInNeeded ? words.signInNeeded : undefined,
    view.passphraseAsked ? words.passphraseAsked : undefined,
    view.joinTags.length > 0
      ? words.joinTags(shorten(view.joinTags.join(words.listSeparator), TAGS_MAX))
      : undefined,
    labelList(view, words),
    words.meetingNumber(view.eventId),
    view.conferenceId === undefined
      ? undefined
      : words.conferenceNumber(grouped(shorten(view.conferenceId, LABEL_MAX))),
  ].filter((part) => part !== undefined);
  const moment = momentToken(asOf, '{date_short_pretty} {time}', view, words);
  const joined = joinWithinLimit(
    parts.map((part) => mrkdwn`${part}`),
    {
      separator: ' · ',
      maxLength: PARTS_MAX,
      maxParts: parts.length,
      more: (count) => mrkdwn`${words.more(count)}`,
    },
  );
  return mrkdwn`${joined} · ${stale ? words.staleAsOf : words.asOf} ${moment}`;
}

function labelList({ labels }: View, words: Words): string | undefined {
  if (labels.length === 0) return undefined;
  const shown = labels.slice(0, LABELS_SHOWN).map((label) => shorten(label, LABEL_MAX));
  const left = labels.length - shown.length;
  return [...shown, ...(left > 0 ? [words.more(left)] : [])].join(words.listSeparator);
}
