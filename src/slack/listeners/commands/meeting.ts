import type { Card } from '../../../cards/blocks.ts';
import { failureCard } from '../../../cards/failure-card.ts';
import { helpCard, lookingUpCard, noticeCard } from '../../../cards/help-card.ts';
import { COMMAND_WORDS } from '../../../cards/words/languages.ts';
import type { Words } from '../../../cards/words/words.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { type Reach, reachOf } from '../../../core/channel.ts';
import { type CommandText, parseCommandText } from '../../../core/command-text.ts';
import { type Reference, unescapeSlack } from '../../../core/reference.ts';
import { mayShare } from '../../../core/shared-surface.ts';
import { UNPROVEN_REASONS } from '../../../core/viewer.ts';
import { withTimeout } from '../../../lib/with-timeout.ts';
import { askedAnswer } from '../../asked-answer.ts';
import { isExternal } from '../../channel-reach.ts';
import { ASKED_FIRST, confirmation } from '../../confirm-share.ts';
import { failedCall } from '../../failed-call.ts';
import { findToShare } from '../../find-to-share.ts';
import { answeringListener } from '../../listener.ts';
import { CARD, CONFIDENTIAL, NO_REFERENCE } from '../../outcomes.ts';
import { commandPayload } from '../../payloads/command.ts';
import { recentFor } from '../../recent-for.ts';
import type { RequestContext } from '../../request-context.ts';
import { messageBody } from '../../response-url.ts';
import { type ShareTarget, shareAndTell } from '../../share-card.ts';
import { COMMAND_ANSWER_MS, HELP_WORDS_MS, IN_REPLY_MS, PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { searchWords, WORD_SEARCH } from '../../word-search.ts';
import { CHANNEL_SETTINGS, channelSettings } from './channel-settings.ts';
import { todayAnswer } from './today.ts';

const OUTCOMES = [
  ...new Set([
    ...CARD,
    ASKED_FIRST,
    CONFIDENTIAL,
    ...NO_REFERENCE,
    ...UNPROVEN_REASONS,
    ...WORD_SEARCH,
    ...CHANNEL_SETTINGS,
  ]),
] as const;

/** What a command comes to: a card for the person, or a meeting to share with the channel; and a fixed word for it. */
type CommandAnswer = { readonly outcome: (typeof OUTCOMES)[number] } & (
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'share'; readonly found: FoundMeeting; readonly words: Words; readonly reach: Reach }
);

/**
 * `/meeting …`: the card, in the acknowledgement itself where it is ready in time, else after a waiting line. A card for the channel is posted
 * after an empty acknowledgement: Slack neither replaces nor deletes what a command was answered with (slackapi/bolt-js#2287), so a line would
 * stay above the card, and nobody could change a card that is the acknowledgement.
 */
export const meetingCommand = answeringListener<Readonly<Record<string, unknown>>>()({
  payload: commandPayload,
  entryPoint: 'command',
  outcomes: OUTCOMES,
  async listen(context, { text, response_url, trigger_id }, ack) {
    const { entryPoint, services, settings } = context;
    const asked = parseCommandText(text, settings.linkDomains, COMMAND_WORDS);
    if (asked.kind === 'settings') return channelSettings(context, trigger_id, ack);
    const answer = answerCommand(context, asked, text);
    const prompt = await withTimeout(IN_REPLY_MS, answer);
    if (prompt?.kind === 'card') {
      await ack(messageBody({ card: prompt.card, to: 'user', replaces: false }));
      return prompt.outcome;
    }
    const words = await context.words(0);
    const isAnnounced = asked.kind !== 'share';
    await (isAnnounced
      ? ack(messageBody({ card: lookingUpCard(words), to: 'user', replaces: false }))
      : ack());
    const inTime =
      prompt ??
      (await withTimeout(COMMAND_ANSWER_MS - IN_REPLY_MS, answer, {
        onLateFailure: (error) =>
          services.report.failed('late-answer-failed', error, { entryPoint, ...failedCall(error) }),
      }));
    const { outcome, ...late } = inTime ?? tooLate(asked, words);
    if (late.kind === 'card')
      await services.reply(response_url, { card: late.card, to: 'user', replaces: isAnnounced });
    else await shareAndTell(context, late.found, late.words, targetOf(context, response_url, late.reach));
    return outcome;
  },
});

async function answerCommand(
  context: RequestContext,
  asked: Exclude<CommandText, { kind: 'settings' }>,
  text: string,
): Promise<CommandAnswer> {
  const { actor, services, settings } = context;
  const { supportUrl } = services;
  switch (asked.kind) {
    case 'help': {
      const words = await context.words(HELP_WORDS_MS);
      const recents = (await services.recents.list(actor)).map((recent) => recentFor(recent, settings));
      return { kind: 'card', card: helpCard('help', '', words, { recents, supportUrl }), outcome: 'help' };
    }
    case 'today':
      return { kind: 'card', ...(await todayAnswer(context)) };
    case 'none': {
      const words = await context.words(HELP_WORDS_MS);
      const card = helpCard(asked.reason, unescapeSlack(text), words);
      return { kind: 'card', card, outcome: asked.reason };
    }
    case 'search':
      return { kind: 'card', ...(await searchWords(context, unescapeSlack(asked.words))) };
    case 'find':
      return { kind: 'card', ...(await askedAnswer(context, asked, { kind: 'private' })) };
    case 'share': {
      const external = isExternal(context, context.channel?.id);
      return withMeeting<CommandAnswer>(context, asked.reference, {
        find: findToShare(settings),
        profileMs: PROFILE_MS,
        rights: 'as-stored',
        async found(found, { profile, words }) {
          if (!mayShare(found.meeting, settings)) {
            const card = noticeCard(words.confidentialStaysPrivate);
            return { kind: 'card', card, outcome: CONFIDENTIAL };
          }
          const known = await external;
          if (known === true) {
            const card = confirmation(context, found, profile.viewer, 'channel', words);
            return { kind: 'card', card, outcome: ASKED_FIRST };
          }
          const outcome = found.freshness === 'stale' ? 'stale' : 'found';
          return { kind: 'share', found, words, reach: reachOf(known), outcome };
        },
        notFound: (answer) => ({ kind: 'card', ...answer }),
      });
    }
  }
}

const targetOf = ({ channel }: RequestContext, responseUrl: string, reach: Reach): ShareTarget => ({
  channel: channel?.id,
  threadTs: undefined,
  responseUrl,
  reach,
});

function tooLate(asked: CommandText, words: Words): CommandAnswer {
  const reference: Reference | undefined =
    asked.kind === 'find' || asked.kind === 'share' ? asked.reference : undefined;
  const eventId = reference?.kind === 'event' ? reference.eventId : undefined;
  return { kind: 'card', card: failureCard({ kind: 'timeout', eventId }, words), outcome: 'timeout' };
}
