import { type Card, context as contextBlock } from '../../../cards/blocks.ts';
import { Mrkdwn, mrkdwn } from '../../../cards/mrkdwn.ts';
import { sharerOf } from '../../../cards/shared-by.ts';
import type { Words } from '../../../cards/words/words.ts';
import type { PostedMessage } from '../../messenger.ts';
import type { RequestContext } from '../../request-context.ts';
import { slackErrorOf } from '../../retry-on-rate-limit.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import type { MenuHandler } from './menu-handler.ts';
import { postedOf, threadOf } from './pressed.ts';

/** *Remove this card*: deletes it for whoever shared it. Anybody else is told that they cannot. */
export const removeCard: MenuHandler = {
  outcomes: ['removed', 'not-the-sharer', 'nothing-to-remove'],
  async run(context, payload, { eventId }) {
    const { actor, responseUrl, services } = context;
    const { message } = payload;
    const posted = postedOf(context, payload);
    if (posted === undefined || message === undefined) return 'nothing-to-remove';
    if (sharerOf(message.blocks) !== actor.userId) {
      const card = notYours(await context.words(PROFILE_MS));
      if (responseUrl !== undefined)
        await services.reply(responseUrl, { card, to: 'user', replaces: false, threadTs: threadOf(payload) });
      return 'not-the-sharer';
    }
    await remove(context, posted);
    // Where the storage is away, the next update finds the message gone.
    await services.tracking.followers.forget(eventId, posted).catch(() => {});
    return 'removed';
  },
};

function notYours(words: Words): Card {
  const text = words.onlySharerRemoves;
  return { blocks: [contextBlock(mrkdwn`${Mrkdwn.ours(text)}`)], text };
}

/** As the app's own message, or, where it came through a response URL, through the press's. */
async function remove(
  { messenger, responseUrl, services }: RequestContext,
  posted: PostedMessage,
): Promise<void> {
  try {
    await messenger.remove(posted);
  } catch (error) {
    const reason = slackErrorOf(error);
    if (reason === 'message_not_found') return;
    if (reason === undefined || responseUrl === undefined) throw error;
    await services.removeOriginal(responseUrl);
  }
}
