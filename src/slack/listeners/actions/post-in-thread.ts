import { type Card, context as contextBlock } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import { Mrkdwn, mrkdwn } from '../../../cards/mrkdwn.ts';
import { foundCard } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { type ModalMetadata, readModalMetadata } from '../../modal-metadata.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { ReplyError } from '../../response-url.ts';
import { slackErrorOf } from '../../retry-on-rate-limit.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { meetingOf } from './pressed.ts';

/** *Post in thread*: the public card under the message that the modal was opened from. */
export const postInThread = listener({
  payload: actionPayload,
  outcomes: ['posted', 'not-posted', ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    const { view } = payload;
    const origin = readModalMetadata(view?.private_metadata);
    if (reference === undefined || view === undefined || origin === undefined) return NOTHING;
    const { actor, services } = context;
    const { blocks, outcome, words } = await withMeeting(context, reference, {
      profileMs: PROFILE_MS,
      rights: 'renewed',
      async found(meeting, { profile, words }) {
        const shared = { kind: 'shared', sharedBy: actor.userId } as const;
        const isPosted = await post(context, origin, foundCard(meeting, profile, shared, services));
        const thread = isPosted ? 'posted' : 'can-post';
        const own = foundCard(meeting, profile, { kind: 'modal', thread }, services);
        const warning = contextBlock(mrkdwn`:warning: ${Mrkdwn.ours(words.cannotPost)}`);
        return isPosted
          ? { blocks: own.blocks, outcome: 'posted' as const, words }
          : { blocks: [warning, ...own.blocks], outcome: 'not-posted' as const, words };
      },
      notFound: ({ card, outcome }, { words }) => ({ blocks: card.blocks, outcome, words }),
    });
    const next = modal(words.meeting, words, blocks, { metadata: view.private_metadata ?? '' });
    await updateModal(context, view.id, next);
    return outcome;
  },
});

/** As the app where it is a member; else through the shortcut's response URL, which works where the person may write. */
async function post(
  { messenger, services }: RequestContext,
  { channelId, threadTs, responseUrl }: ModalMetadata,
  card: Card,
): Promise<boolean> {
  try {
    await messenger.post(channelId, card, threadTs);
    return true;
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
  }
  try {
    await services.reply(responseUrl, { card, to: 'channel', replaces: false, threadTs });
    return true;
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return false;
  }
}
