import * as v from 'valibot';
import type { Card } from '../cards/blocks.ts';
import { failureCard } from '../cards/failure-card.ts';
import { errorFields } from '../ops/log.ts';
import { responseUrl, slackUserId } from './payloads/ids.ts';
import type { Services } from './services.ts';

/** What Bolt hands to an error handler; `original` is what a listener threw. */
interface Unanswered {
  readonly error: Error & { readonly original?: unknown };
  readonly body: unknown;
}

const answerable = v.object({ response_url: responseUrl });
const interactive = v.object({
  type: v.picklist(['block_actions', 'view_submission', 'shortcut']),
  user: v.object({ id: slackUserId }),
});

/**
 * Whatever a door let through: a line for the log and, where there is a way to the person, a sentence for them: through the response
 * URL, else as a direct message. Events have nobody waiting; a channel is told nothing. Never rejects.
 */
export function onError({ log, reply, sharedWords, client }: Services): (args: Unanswered) => Promise<void> {
  return async ({ error, body }) => {
    log.error('answer-failed', errorFields(error.original ?? error));
    const card = failureCard({ kind: 'internal' }, sharedWords);
    await tell(body, card).catch((failure: unknown) => log.error('late-answer-failed', errorFields(failure)));
  };

  async function tell(body: unknown, card: Card): Promise<void> {
    const target = v.safeParse(answerable, body);
    if (target.success) return reply(target.output.response_url, { card, to: 'asker', replaces: false });
    const person = v.safeParse(interactive, body);
    if (!person.success) return;
    const opened = await client.conversations.open({ users: person.output.user.id });
    const channel = opened.channel?.id;
    if (channel !== undefined)
      await client.chat.postMessage({ channel, text: card.text, blocks: card.blocks });
  }
}
