import type { Card } from '../../../cards/blocks.ts';
import { failureCard } from '../../../cards/failure-card.ts';
import { helpCard, lookingUpCard } from '../../../cards/help-card.ts';
import { COMMAND_WORDS } from '../../../cards/words/languages.ts';
import type { Words } from '../../../cards/words/words.ts';
import { type CommandText, parseCommandText } from '../../../core/command-text.ts';
import { type Reference, unescapeSlack } from '../../../core/reference.ts';
import { UNPROVEN_REASONS } from '../../../core/viewer.ts';
import { withTimeout } from '../../../lib/with-timeout.ts';
import { failedCall } from '../../failed-call.ts';
import { answeringListener } from '../../listener.ts';
import { CARD, NO_REFERENCE } from '../../outcomes.ts';
import { commandPayload } from '../../payloads/command.ts';
import type { RequestContext } from '../../request-context.ts';
import { type Message, messageBody } from '../../response-url.ts';
import { COMMAND_ANSWER_MS, HELP_WORDS_MS, IN_REPLY_MS } from '../../time-limits.ts';
import { meetingAnswer } from '../../with-meeting.ts';
import { todayAnswer } from './today.ts';

const OUTCOMES = [...CARD, ...NO_REFERENCE, ...UNPROVEN_REASONS] as const;

/** What a command comes to: a card, for whom it is, and a fixed word for it. */
interface CommandAnswer {
  readonly card: Card;
  readonly to: Message['to'];
  readonly outcome: (typeof OUTCOMES)[number];
}

/**
 * `/meeting …`: the card, in the acknowledgement itself where it is ready in time, else after a waiting line. A card for the channel comes
 * without that line: Slack neither replaces nor deletes what a command was answered with (slackapi/bolt-js#2287), so the line would stay
 * above the card and go on saying that the meeting is looked up.
 */
export const meetingCommand = answeringListener<Readonly<Record<string, unknown>>>()({
  payload: commandPayload,
  entryPoint: 'command',
  outcomes: OUTCOMES,
  async listen(context, { text, response_url }, ack) {
    const { entryPoint, services, settings } = context;
    const send = ({ card, to }: Pick<CommandAnswer, 'card' | 'to'>): Promise<void> =>
      ack(messageBody({ card, to, replaces: false }));
    const asked = parseCommandText(text, settings.linkDomains, COMMAND_WORDS);
    const answer = answerCommand(context, asked, text);
    const prompt = await withTimeout(IN_REPLY_MS, answer);
    if (prompt !== undefined) {
      await send(prompt);
      return prompt.outcome;
    }
    const words = await context.words(0);
    const isAnnounced = asked.kind !== 'share';
    await (isAnnounced ? send({ card: lookingUpCard(words), to: 'user' }) : ack());
    const inTime = await withTimeout(COMMAND_ANSWER_MS - IN_REPLY_MS, answer, {
      onLateFailure: (error) =>
        services.report.failed('late-answer-failed', error, { entryPoint, ...failedCall(error) }),
    });
    const { card, to, outcome } = inTime ?? tooLate(asked, words);
    await services.reply(response_url, { card, to, replaces: isAnnounced });
    return outcome;
  },
});

async function answerCommand(
  context: RequestContext,
  asked: CommandText,
  text: string,
): Promise<CommandAnswer> {
  const { actor, services } = context;
  switch (asked.kind) {
    case 'help': {
      const words = await context.words(HELP_WORDS_MS);
      const recents = await services.recents.list(actor);
      return { card: helpCard('help', '', words, recents), to: 'user', outcome: 'help' };
    }
    case 'today':
      return { ...(await todayAnswer(context)), to: 'user' };
    case 'none': {
      const words = await context.words(HELP_WORDS_MS);
      const card = helpCard(asked.reason, unescapeSlack(text), words);
      return { card, to: 'user', outcome: asked.reason };
    }
    case 'find': {
      const { card, outcome } = await meetingAnswer(context, asked.reference, { kind: 'private' });
      return { card, outcome, to: 'user' };
    }
    case 'share': {
      const surface = { kind: 'shared', sharedBy: actor.userId } as const;
      const answer = await meetingAnswer(context, asked.reference, surface);
      return { ...answer, to: answer.hasMeeting ? 'channel' : 'user' };
    }
  }
}

function tooLate(asked: CommandText, words: Words): CommandAnswer {
  const reference: Reference | undefined =
    asked.kind === 'find' || asked.kind === 'share' ? asked.reference : undefined;
  const eventId = reference?.kind === 'event' ? reference.eventId : undefined;
  return { card: failureCard({ kind: 'timeout', eventId }, words), to: 'user', outcome: 'timeout' };
}
