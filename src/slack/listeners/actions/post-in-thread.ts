import { context as contextBlock } from '../../../cards/blocks.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { Mrkdwn, mrkdwn } from '../../../cards/mrkdwn.ts';
import type { Block } from '../../../cards/readonly-blocks.ts';
import type { Words } from '../../../cards/words/words.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { type Reach, reachOf } from '../../../core/channel.ts';
import { mayShare } from '../../../core/shared-surface.ts';
import { isExternal } from '../../channel-reach.ts';
import { ASKED_FIRST, confirmation } from '../../confirm-share.ts';
import { findToShare } from '../../find-to-share.ts';
import { foundCard } from '../../found-card.ts';
import { knownRunning } from '../../known-running.ts';
import { listener } from '../../listener.ts';
import { type ModalMetadata, readModalMetadata } from '../../modal-metadata.ts';
import { updateModal } from '../../modals.ts';
import { CONFIDENTIAL, NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { type ActionPayload, actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { ReplyError } from '../../response-url.ts';
import { type Shared, shareCard, standsNotice } from '../../share-card.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { meetingOf } from './pressed.ts';

const OUTCOMES = ['posted', 'not-posted', ASKED_FIRST, CONFIDENTIAL, ...WITHOUT_MEETING, NOTHING] as const;

/**
 * *Post in thread*: the public card under the message that the modal was opened from. Where people of other companies read the channel, the
 * person is asked first, in the modal.
 */
export const postInThread = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  listen: (context, payload) => postThere(context, payload, false),
});

/** *Share* below the question. */
export const confirmPost = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  listen: (context, payload) => postThere(context, payload, true),
});

interface Posting {
  readonly blocks: readonly Block[];
  readonly outcome: (typeof OUTCOMES)[number];
  readonly words: Words;
}

async function postThere(
  context: RequestContext,
  payload: ActionPayload,
  isConfirmed: boolean,
): Promise<Posting['outcome']> {
  const reference = meetingOf(payload);
  const { view } = payload;
  const origin = readModalMetadata(view?.private_metadata);
  if (reference === undefined || view === undefined || origin === undefined) return NOTHING;
  const { services, settings } = context;
  const external = isConfirmed ? Promise.resolve(true) : isExternal(context, origin.channelId);
  const { blocks, outcome, words } = await withMeeting<Posting>(context, reference, {
    find: findToShare(settings),
    profileMs: PROFILE_MS,
    rights: 'renewed',
    async found(meeting, { profile, words }) {
      if (!mayShare(meeting.meeting, settings)) {
        const { blocks } = noticeCard(words.confidentialStaysPrivate);
        return { blocks, outcome: CONFIDENTIAL, words };
      }
      const known = await external;
      if (known === true && !isConfirmed) {
        const { blocks } = confirmation(context, meeting, profile.viewer, 'thread', words);
        return { blocks, outcome: ASKED_FIRST, words };
      }
      const shared = await post(context, origin, meeting, reachOf(known));
      const thread = shared === undefined ? 'can-post' : 'posted';
      const running = await knownRunning(meeting, services);
      const own = foundCard(meeting, profile, { kind: 'modal', thread }, context, { running });
      const warning = contextBlock(mrkdwn`:warning: ${Mrkdwn.ours(words.cannotPost)}`);
      const above = { follows: [], stands: standsNotice(words).blocks } as const;
      return shared === undefined
        ? { blocks: [warning, ...own.blocks], outcome: 'not-posted', words }
        : { blocks: [...above[shared], ...own.blocks], outcome: 'posted', words };
    },
    notFound: ({ card, outcome }, { words }) => ({ blocks: card.blocks, outcome, words }),
  });
  const next = modal(words.meeting, words, blocks, { metadata: view.private_metadata ?? '' });
  await updateModal(context, view.id, next);
  return outcome;
}

/** Undefined where nobody could post it. */
async function post(
  context: RequestContext,
  { channelId, threadTs, responseUrl }: ModalMetadata,
  meeting: FoundMeeting,
  reach: Reach,
): Promise<Shared | undefined> {
  try {
    return await shareCard(context, meeting, { channel: channelId, threadTs, responseUrl, reach });
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return undefined;
  }
}
