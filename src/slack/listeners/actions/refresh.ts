import type { CardSurface } from '../../../cards/card-options.ts';
import { modal } from '../../../cards/modal.ts';
import { sharerOf } from '../../../cards/shared-by.ts';
import { listener } from '../../listener.ts';
import { readModalMetadata } from '../../modal-metadata.ts';
import { updateModal } from '../../modals.ts';
import { CARD, NOTHING } from '../../outcomes.ts';
import { type ActionPayload, actionPayload } from '../../payloads/action.ts';
import { meetingAnswer } from '../../with-meeting.ts';
import { meetingOf, postedOf, threadOf } from './pressed.ts';

/** Seconds: a press looks the meeting up again unless it is this recent, so that repeated presses cost the conference service nothing. */
const FRESH = { maxAge: 5 };

/** *Refresh*: the card again, in its place. Where there is no meeting, a shared card stays and the person who pressed is told. */
export const refresh = listener({
  payload: actionPayload,
  outcomes: [...CARD, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    if (reference === undefined) return NOTHING;
    const surface = surfaceOf(payload);
    const posted = surface.kind === 'shared' ? postedOf(context, payload) : undefined;
    const answer = await meetingAnswer(context, reference, surface, { find: FRESH, posted });
    const { card, outcome, hasMeeting, words } = answer;
    const { view } = payload;
    const { responseUrl, services } = context;
    if (view !== undefined) {
      const next = modal(words.meeting, words, card.blocks, { metadata: view.private_metadata ?? '' });
      await updateModal(context, view.id, next);
    } else if (responseUrl !== undefined) {
      const isPrivate = surface.kind === 'private';
      const replaces = isPrivate ? outcome !== 'throttled' : hasMeeting;
      const to = isPrivate || !hasMeeting ? 'user' : 'channel';
      await services.reply(responseUrl, { card, to, replaces, threadTs: threadOf(payload) });
    }
    return outcome;
  },
});

function surfaceOf({ view, container, message }: ActionPayload): CardSurface {
  if (view !== undefined) {
    const thread = readModalMetadata(view.private_metadata) === undefined ? 'none' : 'can-post';
    return { kind: 'modal', thread };
  }
  if (container?.is_ephemeral === true) return { kind: 'private' };
  return { kind: 'shared', sharedBy: sharerOf(message?.blocks ?? []) };
}
