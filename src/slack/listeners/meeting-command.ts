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

/** `/meeting <reference>`: that meeting's card, for the one who typed it. */
export async function meetingCommand(
  payload: CommandPayload,
  ack: AckCommand,
  services: Services,
): Promise<void> {
  const startedAt = services.clock();
  const outcome = await answerCommand(payload, ack, services);
  services.log.info('answered', { door: 'command', outcome, ms: services.clock() - startedAt });
}

async function answerCommand(payload: CommandPayload, ack: AckCommand, services: Services): Promise<string> {
  const { linkDomains, words } = services;
  const toAsker = (card: Card): Promise<void> => ack(messageBody({ card, to: 'asker', replaces: false }));
  const reference = parseReference(payload.text, linkDomains);
  if (reference.kind === 'none') {
    await toAsker(helpCard(reference.reason, unescapeSlack(payload.text), words));
    return reference.reason;
  }
  const person = { userId: payload.user_id, teamId: payload.team_id };
  const answer = answerFor(reference, person, { kind: 'private' }, services);
  const prompt = await within(IN_REPLY_MS, answer);
  if (prompt !== undefined) {
    await toAsker(prompt.card);
    return prompt.outcome;
  }
  await toAsker(lookingUpCard(words));
  const late = (await within(ANSWER_MS - IN_REPLY_MS, answer)) ?? tooLate(reference, services);
  await services.reply(payload.response_url, { card: late.card, to: 'asker', replaces: true });
  return late.outcome;
}

function tooLate(reference: Reference, { words }: Services): Answered {
  const eventId = reference.kind === 'event' ? reference.eventId : undefined;
  return { card: failureCard({ kind: 'timeout', eventId }, words), outcome: 'timeout' };
}
