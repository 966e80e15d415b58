import type { Card } from '../../../cards/blocks.ts';
import { failureCard } from '../../../cards/failure-card.ts';
import { helpCard, lookingUpCard } from '../../../cards/help-card.ts';
import type { Words } from '../../../cards/words/words.ts';
import { type CommandText, parseCommandText } from '../../../core/command-text.ts';
import type { Person } from '../../../core/person.ts';
import { type Reference, unescapeSlack } from '../../../core/reference.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { answerFor } from '../../answer.ts';
import { withinTime } from '../../deadline.ts';
import { failedCall } from '../../failed-call.ts';
import type { CommandPayload } from '../../payloads/command.ts';
import { type Message, messageBody } from '../../reply.ts';
import type { Services } from '../../services.ts';
import { todayFor } from './today.ts';

/** A card that is ready by then is the command's own reply, without a second trip. */
const IN_REPLY_MS = 1500;

/** By then the person has an answer, whatever the conference service does; what comes later is kept for the next question. */
const ANSWER_MS = 2700;

/** An answer that needs no lookup waits no longer for the person's language. */
const WORDS_MS = 500;

/** Acknowledges a command: with a message, or with none. */
export type AckCommand = (body?: Readonly<Record<string, unknown>>) => Promise<void>;

/** What a command comes to: a card, for whom it is, and a fixed word for it. */
interface CommandAnswer {
  readonly card: Card;
  readonly to: Message['to'];
  readonly outcome: OutcomeAt<'command'>;
}

/**
 * `/meeting …`: the card, in the reply itself where it is ready in time, else after a line that says so. A card for the channel comes
 * without such a line: Slack neither replaces nor deletes what a command was answered with (slackapi/bolt-js#2287), so above a card that
 * stands in the channel it would go on saying that the meeting is looked up.
 */
export async function meetingCommand(
  payload: CommandPayload,
  ack: AckCommand,
  services: Services,
): Promise<OutcomeAt<'command'>> {
  const send = ({ card, to }: Pick<CommandAnswer, 'card' | 'to'>): Promise<void> =>
    ack(messageBody({ card, to, replaces: false }));
  const asked = parseCommandText(payload.text, services.linkDomains);
  const answer = answerCommand(asked, payload, services);
  const prompt = await withinTime(IN_REPLY_MS, answer);
  if (prompt !== undefined) {
    await send(prompt);
    return prompt.outcome;
  }
  const words = await wordsFor({ userId: payload.user_id, teamId: payload.team_id }, services, 0);
  const isAnnounced = asked.kind !== 'share';
  await (isAnnounced ? send({ card: lookingUpCard(words), to: 'user' }) : ack());
  const inTime = await withinTime(ANSWER_MS - IN_REPLY_MS, answer, (error) =>
    services.report.failed('late-answer-failed', error, { entryPoint: 'command', ...failedCall(error) }),
  );
  const late = inTime ?? tooLate(asked, words);
  const { card, to } = late;
  await services.reply(payload.response_url, { card, to, replaces: isAnnounced });
  return late.outcome;
}

async function answerCommand(
  asked: CommandText,
  payload: CommandPayload,
  services: Services,
): Promise<CommandAnswer> {
  const person: Person = { userId: payload.user_id, teamId: payload.team_id };
  const words = (): Promise<Words> => wordsFor(person, services, WORDS_MS);
  switch (asked.kind) {
    case 'help':
      return {
        card: helpCard('help', '', await words(), await services.recents.list(person)),
        to: 'user',
        outcome: 'help',
      };
    case 'today':
      return { ...(await todayFor(person, services)), to: 'user' };
    case 'none':
      return {
        card: helpCard(asked.reason, unescapeSlack(payload.text), await words()),
        to: 'user',
        outcome: asked.reason,
      };
    case 'find':
      return { ...(await answerFor(asked.reference, person, { kind: 'private' }, services)), to: 'user' };
    case 'share': {
      const surface = { kind: 'shared', sharedBy: payload.user_id } as const;
      const answered = await answerFor(asked.reference, person, surface, services);
      return { ...answered, to: answered.hasMeeting ? 'channel' : 'user' };
    }
  }
}

async function wordsFor(
  person: Person,
  { users: askers, wordsOf }: Services,
  milliseconds: number,
): Promise<Words> {
  return wordsOf(await askers.of(person, milliseconds));
}

function tooLate(asked: CommandText, words: Words): CommandAnswer {
  const reference: Reference | undefined =
    asked.kind === 'find' || asked.kind === 'share' ? asked.reference : undefined;
  const eventId = reference?.kind === 'event' ? reference.eventId : undefined;
  return { card: failureCard({ kind: 'timeout', eventId }, words), to: 'user', outcome: 'timeout' };
}
