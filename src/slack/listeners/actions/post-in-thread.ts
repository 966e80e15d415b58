import { context as contextBlock } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import { Mrkdwn, mrkdwn } from '../../../cards/mrkdwn.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { foundCard } from '../../found-card.ts';
import { knownRunning } from '../../known-running.ts';
import { listener } from '../../listener.ts';
import { type ModalMetadata, readModalMetadata } from '../../modal-metadata.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { ReplyError } from '../../response-url.ts';
import { type Shared, shareCard, standsNotice } from '../../share-card.ts';
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
    const { services } = context;
    const { blocks, outcome, words } = await withMeeting(context, reference, {
      profileMs: PROFILE_MS,
      rights: 'renewed',
      async found(meeting, { profile, words }) {
        const shared = await post(context, origin, meeting);
        const thread = shared === undefined ? 'can-post' : 'posted';
        const running = await knownRunning(meeting, services);
        const own = foundCard(meeting, profile, { kind: 'modal', thread }, services, { running });
        const warning = contextBlock(mrkdwn`:warning: ${Mrkdwn.ours(words.cannotPost)}`);
        const above = { follows: [], stands: standsNotice(words).blocks } as const;
        return shared === undefined
          ? { blocks: [warning, ...own.blocks], outcome: 'not-posted' as const, words }
          : { blocks: [...above[shared], ...own.blocks], outcome: 'posted' as const, words };
      },
      notFound: ({ card, outcome }, { words }) => ({ blocks: card.blocks, outcome, words }),
    });
    const next = modal(words.meeting, words, blocks, { metadata: view.private_metadata ?? '' });
    await updateModal(context, view.id, next);
    return outcome;
  },
});

/** Undefined where nobody could post it. */
async function post(
  context: RequestContext,
  { channelId, threadTs, responseUrl }: ModalMetadata,
  meeting: FoundMeeting,
): Promise<Shared | undefined> {
  try {
    return await shareCard(context, meeting, { channel: channelId, threadTs, responseUrl });
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return undefined;
  }
}
