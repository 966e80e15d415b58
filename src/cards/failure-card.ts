import type { EventId } from '../core/ids.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { FailureKind } from './words/failure-words.ts';
import type { Words } from './words/words.ts';

const VENDOR_TEXT_MAX = 300;

/** What failed, and what the vendor said of it, in its own words. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  /** The meeting to try again; without it there is no button. */
  readonly eventId?: EventId | undefined;
}

const TRYING_AGAIN_HELPS: Record<FailureKind, boolean> = {
  'not-found': false,
  'unknown-password': false,
  'unknown-link': false,
  refused: false,
  timeout: true,
  unreachable: true,
  unreadable: true,
  busy: true,
  'too-late': false,
  'too-many-windows': false,
  internal: true,
};

/** Somebody asked too much; when to try again is said, and nothing is wrong with what was asked. */
export function throttledCard(seconds: number, words: Words): Card {
  const { what, next } = words.throttled(seconds);
  return card([section(mrkdwn`:hourglass: *${what}* ${next}`)], mrkdwn`${what} ${next}`);
}

/** What failed, whose fault it is not, what to do; the vendor's code, message and request id small below. */
export function failureCard(failure: Failure, words: Words): Card {
  const { what, next } = words.failure[failure.kind];
  const { code, message, requestId, eventId } = failure;
  const small = [
    code === undefined
      ? undefined
      : mrkdwn`${words.vendorSays(shorten(code, VENDOR_TEXT_MAX), message && shorten(message, VENDOR_TEXT_MAX))}`,
    requestId === undefined
      ? undefined
      : mrkdwn`${words.forSupport} ${Mrkdwn.code(shorten(requestId, VENDOR_TEXT_MAX))}`,
  ].filter((line) => line !== undefined);
  const canTryAgain = TRYING_AGAIN_HELPS[failure.kind] && eventId !== undefined;
  return card(
    [
      section(mrkdwn`:warning: *${what}* ${Mrkdwn.ours(next)}`),
      actions([
        canTryAgain ? button({ actionId: ACTION.refresh, label: words.tryAgain, value: eventId }) : undefined,
      ]),
      small.length > 0 ? context(...small) : undefined,
    ],
    mrkdwn`${what} ${Mrkdwn.ours(next)}`,
  );
}
