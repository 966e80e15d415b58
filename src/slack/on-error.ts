import * as v from 'valibot';
import { failureCard } from '../cards/failure-card.ts';
import { errorFields } from '../ops/log.ts';
import { responseUrl } from './payloads/ids.ts';
import type { Services } from './services.ts';

/** What Bolt hands to an error handler; `original` is what a listener threw. */
interface Unanswered {
  readonly error: Error & { readonly original?: unknown };
  readonly body: unknown;
}

const answerable = v.object({ response_url: responseUrl });

/** Whatever a door let through: a line for the log and, where there is a way to the person, a sentence for them. Never rejects. */
export function onError({ log, reply, words }: Services): (args: Unanswered) => Promise<void> {
  return async ({ error, body }) => {
    log.error('answer-failed', errorFields(error.original ?? error));
    const target = v.safeParse(answerable, body);
    if (!target.success) return;
    const card = failureCard({ kind: 'internal' }, words);
    await reply(target.output.response_url, { card, to: 'asker', replaces: false }).catch(
      (failure: unknown) => log.error('late-answer-failed', errorFields(failure)),
    );
  };
}
