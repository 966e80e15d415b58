import { violationsOfMessage } from '../../block-kit/message.ts';
import { noteBrokenTexts, refusal } from '../api/reply.ts';
import { speak } from '../api/respond.ts';
import { type Fields, isFields } from '../fields.ts';
import { slashCommand } from '../payloads/slash-command.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import { type Answer, failureOf } from './courier.ts';
import { actor, channelRef, type Desk } from './desk.ts';

export interface CommandGiven {
  readonly appUrl: string;
  readonly text: string;
  readonly command?: string;
  readonly userId?: string;
  readonly channelId?: string;
}

export interface CommandAnswer extends Answer {
  readonly responseUrl: string;
  readonly triggerId: string;
  /** What Slack tells the person instead of an answer, if the app gave none. */
  readonly failure: ReturnType<typeof failureOf>;
}

/** Someone types a slash command. What the app answers at once becomes a message, ephemeral unless it says otherwise. */
export async function command(desk: Desk, given: CommandGiven): Promise<CommandAnswer> {
  const { slack, courier, changed } = desk;
  const { appUrl, text, command = '/meeting', userId = 'U0HAN', channelId = 'C0TEAM' } = given;
  const target: ResponseTarget = { channelId, userId };
  const responseUrl = desk.mintResponseUrl(target);
  const triggerId = slack.triggers.mint(userId);
  const { identity } = slack;
  const user = actor(slack, userId);
  const channel = channelRef(slack, channelId);
  const form = slashCommand({ identity, user, channel, command, text, responseUrl, triggerId });
  const answer = await courier.form(appUrl, form);
  const failure = failureOf(answer);
  if (failure === undefined) say(desk, target, answer);
  changed();
  return { ...answer, responseUrl, triggerId, failure };
}

/** Plain text is a message too; `in_channel` alone only shows the typed command to all. */
function say({ slack }: Desk, target: ResponseTarget, { text, body }: Answer): void {
  if (text === '') return;
  const message: Fields = isFields(body) ? body : { text };
  noteBrokenTexts(slack, 'answer to the command', message);
  if (Object.keys(message).every((key) => key === 'response_type')) return;
  if (refusal(slack, 'answer to the command', violationsOfMessage(message)) === undefined)
    speak(slack, target, message);
}
