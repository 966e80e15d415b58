import type { EventId } from '../core/ids.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { FailureKind, SearchedPlace } from './words/failure-words.ts';
import type { Words } from './words/words.ts';

const VENDOR_TEXT_MAX = 300;

/** What failed, with the vendor's own code and message. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  /** The meeting for *Try again*; without it the card does not have that button. */
  readonly eventId?: EventId | undefined;
  /** Where a link was searched for. */
  readonly searched?: readonly SearchedPlace[];
  /** Whether the person can put it right in the settings of the workspace. */
  readonly offersSettings?: boolean;
}

const IS_RETRYABLE: Record<FailureKind, boolean> = {
  'not-found': false,
  'unknown-password': false,
  'unknown-link': false,
  refused: false,
  timeout: true,
  unreachable: true,
  unreadable: true,
  busy: true,
  'no-account': false,
  'too-late': false,
  'too-many-windows': false,
  internal: true,
};

/** The person reached the rate limit; the card says when to try again. */
export function throttledCard(seconds: number, words: Words): Card {
  const { what, next } = words.throttled(seconds);
  return card([section(mrkdwn`:hourglass: *${what}* ${next}`)], mrkdwn`${what} ${next}`);
}

/** What failed and what to do, with the vendor's code, message and request id in small text below. */
export function failureCard(failure: Failure, words: Words): Card {
  const { what, next } = words.failure[failure.kind];
  const { code, message, requestId, eventId, searched = [], offersSettings = false } = failure;
  const small = [
    searched.length === 0 ? undefined : mrkdwn`${words.searched(searched)}`,
    code === undefined
      ? undefined
      : mrkdwn`${words.vendorSays(shorten(code, VENDOR_TEXT_MAX), message && shorten(message, VENDOR_TEXT_MAX))}`,
    requestId === undefined
      ? undefined
      : mrkdwn`${words.forSupport} ${Mrkdwn.code(shorten(requestId, VENDOR_TEXT_MAX))}`,
  ].filter((line) => line !== undefined);
  const canTryAgain = IS_RETRYABLE[failure.kind] && eventId !== undefined;
  return card(
    [
      section(mrkdwn`:warning: *${what}* ${Mrkdwn.ours(next)}`),
      actions([
        canTryAgain ? button({ actionId: ACTION.refresh, label: words.tryAgain, value: eventId }) : undefined,
        offersSettings ? button({ actionId: ACTION.settings, label: words.openSettings }, true) : undefined,
      ]),
      small.length > 0 ? context(...small) : undefined,
    ],
    mrkdwn`${what} ${Mrkdwn.ours(next)}`,
  );
}
