import * as v from 'valibot';
import type { Card } from '../cards/blocks.ts';
import { failureCard } from '../cards/failure-card.ts';
import type { FailureKind } from '../cards/words/failure-words.ts';
import type { Person } from '../core/person.ts';
import { failedCall } from './failed-call.ts';
import { actor, personOf } from './payloads/action.ts';
import { responseUrl, slackUserId, teamId } from './payloads/ids.ts';
import { FOREIGN_ADDRESS, type Message, ReplyError } from './reply.ts';
import { AnswerFailure } from './report-answer.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';
import type { Services } from './services.ts';

/** What Bolt hands to an error handler; `original` is what a listener threw. */
interface Unanswered {
  readonly error: Error & { readonly original?: unknown };
  readonly body: unknown;
}

const answerable = v.object({ response_url: responseUrl });
const interactive = v.object({
  type: v.picklist(['block_actions', 'message_action', 'view_submission', 'shortcut']),
  ...actor,
});
const slashCommand = v.object({ user_id: slackUserId, team_id: teamId });

/** Slack's words for what pressing again, or closing a window first, puts right; it has two for most (slack-facts, section 4). */
const KIND_BY_SLACK: ReadonlyMap<string, FailureKind> = new Map([
  ['expired_trigger_id', 'too-late'],
  ['trigger_expired', 'too-late'],
  ['exchanged_trigger_id', 'too-late'],
  ['trigger_exchanged', 'too-late'],
  ['invalid_trigger_id', 'too-late'],
  ['push_limit_reached', 'too-many-windows'],
]);

/**
 * Whatever an entry point let through: a line for the log and, where there is a way to the person, a sentence for them in their language: through
 * the response URL, else as a direct message. The sentence asks for the place of the line that stands in for a command's card. Events have
 * nobody waiting; a channel is told nothing. Never rejects.
 */
export function onError({
  report,
  reply,
  wordsOf,
  users: askers,
  sharedWords,
  client,
}: Services): (args: Unanswered) => Promise<void> {
  return async ({ error, body }) => {
    const thrown = error.original ?? error;
    const { entryPoint, cause } =
      thrown instanceof AnswerFailure ? thrown : { entryPoint: 'unknown', cause: thrown };
    report.failed('answer-failed', cause, { entryPoint, ...failedCall(cause) });
    const person = personIn(body);
    const words = person === undefined ? sharedWords : wordsOf(await askers.of(person, 0));
    const card = failureCard({ kind: KIND_BY_SLACK.get(slackErrorOf(cause) ?? '') ?? 'internal' }, words);
    await tell(body, person, card).catch((failure: unknown) =>
      report.failed('late-answer-failed', failure, { entryPoint, ...failedCall(failure) }),
    );
  };

  async function tell(body: unknown, person: Person | undefined, card: Card): Promise<void> {
    const target = v.safeParse(answerable, body);
    const message: Message = { card, to: 'user', replaces: v.is(slashCommand, body) };
    if (target.success && (await isReplied(target.output.response_url, message))) return;
    if (person === undefined) return;
    const opened = await client.conversations.open({ users: person.userId });
    const channel = opened.channel?.id;
    if (channel !== undefined)
      await client.chat.postMessage({ channel, text: card.text, blocks: card.blocks });
  }

  /** False where the address is not Slack's, and nothing was sent there. */
  async function isReplied(address: string, message: Message): Promise<boolean> {
    try {
      await reply(address, message);
      return true;
    } catch (failure) {
      if (failure instanceof ReplyError && failure.code === FOREIGN_ADDRESS) return false;
      throw failure;
    }
  }
}

function personIn(body: unknown): Person | undefined {
  const command = v.safeParse(slashCommand, body);
  if (command.success) return { userId: command.output.user_id, teamId: command.output.team_id };
  const interaction = v.safeParse(interactive, body);
  return interaction.success ? personOf(interaction.output) : undefined;
}

/** Whatever was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
