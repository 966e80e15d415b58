import type { CardSurface } from '../../../cards/meeting-card.ts';
import { modal } from '../../../cards/modal.ts';
import { sharerOf } from '../../../cards/shared-by.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { answerFor } from '../../answer.ts';
import { readModalMetadata } from '../../modal-metadata.ts';
import { type ActionPayload, personOf } from '../../payloads/action.ts';
import { retryOnRateLimit } from '../../retry-on-rate-limit.ts';
import { type ActionListener, ASKER_MS, meetingOf, threadOf } from './action-listener.ts';

/** A press asks anew unless the copy is this young, so that impatience costs the endpoint nothing. */
const FRESHLY = { maxAge: 5 };

/** A button with an address: the client opens it, and there is nothing left to do. */
export const followed: ActionListener<OutcomeAt<'meeting_join'>> = async () => 'followed';

/** *Refresh*: the card anew, in its place. Where it cannot be had, a shared card stays and the one who pressed is told. */
export const refresh: ActionListener<OutcomeAt<'meeting_refresh'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  if (reference === undefined) return 'nothing-to-do';
  const surface = surfaceOf(payload);
  const { card, outcome, hasMeeting } = await answerFor(
    reference,
    personOf(payload),
    surface,
    services,
    FRESHLY,
  );
  const { response_url, view } = payload;
  if (view !== undefined) {
    const words = services.wordsOf(await services.users.of(personOf(payload), ASKER_MS));
    const next = modal(words.meeting, words, card.blocks, { metadata: view.private_metadata ?? '' });
    await retryOnRateLimit(() => services.client.views.update({ view_id: view.id, view: next }));
  } else if (response_url !== undefined) {
    const isPrivate = surface.kind === 'private';
    const replaces = isPrivate ? outcome !== 'throttled' : hasMeeting;
    const to = isPrivate || !hasMeeting ? 'user' : 'channel';
    await services.reply(response_url, { card, to, replaces, threadTs: threadOf(payload) });
  }
  return outcome;
};

/** *Share to channel*: the public card, in the name of who pressed, wherever the private one was shown. */
export const share: ActionListener<OutcomeAt<'meeting_share'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  const { response_url } = payload;
  if (reference === undefined || response_url === undefined) return 'nothing-to-do';
  const surface: CardSurface = { kind: 'shared', sharedBy: payload.user.id };
  const { card, outcome, hasMeeting } = await answerFor(reference, personOf(payload), surface, services);
  const to = hasMeeting ? 'channel' : 'user';
  await services.reply(response_url, { card, to, replaces: false, threadTs: threadOf(payload) });
  return outcome;
};

function surfaceOf({ view, container, message }: ActionPayload): CardSurface {
  if (view !== undefined) {
    return {
      kind: 'modal',
      thread: readModalMetadata(view.private_metadata) === undefined ? 'none' : 'can-post',
    };
  }
  if (container?.is_ephemeral === true) return { kind: 'private' };
  return { kind: 'shared', sharedBy: sharerOf(message?.blocks ?? []) };
}
