import type { Card } from '../cards/blocks.ts';
import { failureCard } from '../cards/failure-card.ts';
import type { FailureKind } from '../cards/words/failure-words.ts';
import { failedCall } from './failed-call.ts';
import type { RequestContext } from './request-context.ts';
import { FOREIGN_ADDRESS, type Message, ReplyError } from './response-url.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';

/**
 * Slack's errors that the person can put right: by pressing again, or by closing a window first. Most have two names
 * (docs.slack.dev, methods/views.open and methods/views.push).
 */
const KIND_BY_SLACK: ReadonlyMap<string, FailureKind> = new Map([
  ['expired_trigger_id', 'too-late'],
  ['trigger_expired', 'too-late'],
  ['exchanged_trigger_id', 'too-late'],
  ['trigger_exchanged', 'too-late'],
  ['invalid_trigger_id', 'too-late'],
  ['push_limit_reached', 'too-many-windows'],
]);

/**
 * Tells the person, in their language, that their request failed: through the response URL, else as a direct message. A command's waiting
 * line is replaced. Nobody waits for an event, and a channel is told nothing. Never rejects.
 */
export async function answerFailure(error: unknown, context: RequestContext): Promise<void> {
  const { entryPoint, services } = context;
  if (entryPoint === 'event') return;
  const words = await context.words(0);
  const card = failureCard({ kind: KIND_BY_SLACK.get(slackErrorOf(error) ?? '') ?? 'internal' }, words);
  await tell(card, context).catch((failure: unknown) =>
    services.report.failed('late-answer-failed', failure, { entryPoint, ...failedCall(failure) }),
  );
}

async function tell(card: Card, context: RequestContext): Promise<void> {
  const message: Message = { card, to: 'user', replaces: context.entryPoint === 'command' };
  if (await isSent(message, context)) return;
  await context.messenger.postToUser(context.actor.userId, card);
}

/** False where there is no response URL, or it is not Slack's: nothing was sent then. */
async function isSent(message: Message, { responseUrl, services }: RequestContext): Promise<boolean> {
  if (responseUrl === undefined) return false;
  try {
    await services.reply(responseUrl, message);
    return true;
  } catch (failure) {
    if (failure instanceof ReplyError && failure.code === FOREIGN_ADDRESS) return false;
    throw failure;
  }
}
