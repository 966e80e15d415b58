import { type Card, context } from '../../cards/blocks.ts';
import { modal } from '../../cards/modal.ts';
import { mrkdwn } from '../../cards/mrkdwn.ts';
import { answerFor } from '../answer.ts';
import { patiently, slackErrorOf } from '../patience.ts';
import { personOf } from '../payloads/action.ts';
import type { Services } from '../services.ts';
import { readThreadMemory, type ThreadMemory } from '../thread-memory.ts';
import { type ActionListener, ASKER_MS, meetingOf } from './action-listener.ts';

/** *Post in thread*: the public card under the message that the modal was opened from. */
export const postInThread: ActionListener = async (payload, services) => {
  const reference = meetingOf(payload);
  const { view } = payload;
  const memory = readThreadMemory(view?.private_metadata);
  if (reference === undefined || view === undefined || memory === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const shared = await answerFor(reference, person, { kind: 'shared', sharedBy: payload.user.id }, services);
  const isPosted = shared.hasMeeting && (await post(memory, shared.card, services));
  const own = await answerFor(
    reference,
    person,
    { kind: 'modal', thread: isPosted ? 'posted' : 'can-post' },
    services,
  );
  const words = services.wordsOf(await services.askers.of(person, ASKER_MS));
  const refused = shared.hasMeeting && !isPosted ? [context(mrkdwn`:warning: ${words.cannotPost}`)] : [];
  const next = modal(words.meeting, words, [...refused, ...own.card.blocks], {
    metadata: view.private_metadata ?? '',
  });
  await patiently(() => services.client.views.update({ view_id: view.id, view: next }));
  return isPosted ? 'posted' : 'not-posted';
};

/** As the app where it is a member; else through the shortcut's response URL, which works wherever the person may write. */
async function post(
  { channelId, threadTs, responseUrl }: ThreadMemory,
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
    await patiently(() => client.chat.postMessage(message));
    return true;
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
  }
  try {
    await reply(responseUrl, { card, to: 'channel', replaces: false, threadTs });
    return true;
  } catch {
    return false;
  }
}
