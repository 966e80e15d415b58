import type { Card } from '../../cards/blocks.ts';
import { failureCard } from '../../cards/failure-card.ts';
import { helpCard, lookingUpCard } from '../../cards/help-card.ts';
import { parseReference, type Reference, unescapeSlack } from '../../core/reference.ts';
import { type Answered, answerFor } from '../answer.ts';
import { within } from '../deadline.ts';
import type { CommandPayload } from '../payloads/command.ts';
import { messageBody } from '../reply.ts';
import type { Services } from '../services.ts';

/** A card that is ready by then is the command's own reply, without a second trip. */
const IN_REPLY_MS = 1500;

/** By then the person has an answer, whatever the conference service does; what comes later is kept for the next question. */
const ANSWER_MS = 2700;

export type AckCommand = (body: Readonly<Record<string, unknown>>) => Promise<void>;

const toAsker = (card: Card): Readonly<Record<string, unknown>> =>
  messageBody({ card, to: 'asker', replaces: false });

/** `/meeting <reference>`: that meeting's card, for the one who typed it. */
export async function meetingCommand(
  payload: CommandPayload,
  ack: AckCommand,
  services: Services,
): Promise<void> {
  const { linkDomains, words, clock, log } = services;
  const startedAt = clock();
  const reference = parseReference(payload.text, linkDomains);
  if (reference.kind === 'none') {
    await ack(toAsker(helpCard(reference.reason, unescapeSlack(payload.text), words)));
    log.info('answered', { door: 'command', outcome: reference.reason, ms: clock() - startedAt });
    return;
  }
  const answer = answerFor(
    reference,
    { kind: 'private', viewer: { kind: 'unproven', reason: 'not-asked' } },
    services,
  );
  const prompt = await within(IN_REPLY_MS, answer);
  if (prompt !== undefined) await ack(toAsker(prompt.card));
  else {
    await ack(toAsker(lookingUpCard(words)));
    const late = (await within(ANSWER_MS - IN_REPLY_MS, answer)) ?? tooLate(reference, services);
    await services.reply(payload.response_url, { card: late.card, to: 'asker', replaces: true });
    log.info('answered', { door: 'command', outcome: late.outcome, ms: clock() - startedAt });
    return;
  }
  log.info('answered', { door: 'command', outcome: prompt.outcome, ms: clock() - startedAt });
}

function tooLate(reference: Reference, { words }: Services): Answered {
  const eventId = reference.kind === 'event' ? reference.eventId : undefined;
  return { card: failureCard({ kind: 'timeout', eventId }, words), outcome: 'timeout' };
}
