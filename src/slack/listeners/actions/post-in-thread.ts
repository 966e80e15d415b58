import type { KnownBlock } from '@slack/types';
import { type Card, context } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import { Mrkdwn, mrkdwn } from '../../../cards/mrkdwn.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { askFor, withoutMeeting, withRights } from '../../answer.ts';
import { foundCard } from '../../found-card.ts';
import { type ModalMetadata, readModalMetadata } from '../../modal-metadata.ts';
import { personOf } from '../../payloads/action.ts';
import { ReplyError } from '../../reply.ts';
import { retryOnRateLimit, slackErrorOf } from '../../retry-on-rate-limit.ts';
import type { Services } from '../../services.ts';
import { type ActionListener, ASKER_MS, meetingOf } from './action-listener.ts';

/** *Post in thread*: the public card under the message that the modal was opened from. */
export const postInThread: ActionListener<OutcomeAt<'meeting_post_in_thread'>> = async (
  payload,
  services,
) => {
  const reference = meetingOf(payload);
  const { view } = payload;
  const memory = readModalMetadata(view?.private_metadata);
  if (reference === undefined || view === undefined || memory === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const [known, asker] = await Promise.all([
    askFor(reference, person, services),
    services.users.of(person, ASKER_MS),
  ]);
  const asked = await withRights(known, asker.viewer, services);
  const words = services.wordsOf(asker);
  const fill = async (blocks: KnownBlock[]): Promise<void> => {
    const next = modal(words.meeting, words, blocks, { metadata: view.private_metadata ?? '' });
    await retryOnRateLimit(() => services.client.views.update({ view_id: view.id, view: next }));
  };
  if (asked.kind !== 'found') {
    await fill(withoutMeeting(asked, reference, words).blocks);
    return asked.kind;
  }
  const shared = foundCard(asked, asker, { kind: 'shared', sharedBy: payload.user.id }, services);
  const isPosted = await post(memory, shared, services);
  const own = foundCard(asked, asker, { kind: 'modal', thread: isPosted ? 'posted' : 'can-post' }, services);
  await fill(
    isPosted ? own.blocks : [context(mrkdwn`:warning: ${Mrkdwn.ours(words.cannotPost)}`), ...own.blocks],
  );
  return isPosted ? 'posted' : 'not-posted';
};

/** As the app where it is a member; else through the shortcut's response URL, which works wherever the person may write. */
async function post(
  { channelId, threadTs, responseUrl }: ModalMetadata,
  card: Card,
  services: Services,
): Promise<boolean> {
  const { client, reply } = services;
  const message = {
    channel: channelId,
    thread_ts: threadTs,
    text: card.text,
    blocks: card.blocks,
    unfurl_links: false,
    unfurl_media: false,
  };
  try {
    await retryOnRateLimit(() => client.chat.postMessage(message));
    return true;
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
  }
  try {
    await reply(responseUrl, { card, to: 'channel', replaces: false, threadTs });
    return true;
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return false;
  }
}
