import { modal } from '../../../cards/modal.ts';
import { sharerOf } from '../../../cards/shared-by.ts';
import { type Reach, reachOf } from '../../../core/channel.ts';
import type { Reference } from '../../../core/reference.ts';
import type { UnixSeconds } from '../../../core/time.ts';
import { isOutsider } from '../../../core/viewer.ts';
import { isExternal } from '../../channel-reach.ts';
import type { FoundSurface } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { readModalMetadata } from '../../modal-metadata.ts';
import { updateModal } from '../../modals.ts';
import { CARD, NOTHING } from '../../outcomes.ts';
import { type ActionPayload, actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { meetingAnswer } from '../../with-meeting.ts';
import type { MenuHandler } from './menu-handler.ts';
import { meetingOf, postedOf, threadOf } from './pressed.ts';

/** Seconds: a press looks the meeting up again unless it is this recent, so that repeated presses cost the conference service nothing. */
const FRESH = { maxAge: 5 };

const OUTCOMES = [...CARD, NOTHING] as const;

/** *Try again* on the card of a failure. */
export const refresh = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  async listen(context, payload) {
    const reference = meetingOf(payload);
    return reference === undefined ? NOTHING : cardAgain(context, payload, reference);
  },
});

/** *Refresh* in a card's menu. */
export const refreshCard: MenuHandler = {
  outcomes: OUTCOMES,
  run: (context, payload, { eventId, start }) =>
    cardAgain(context, payload, { kind: 'event', eventId }, start),
};

/** The card again, in its place. Where there is no meeting, a shared card stays and the person who pressed is told. */
async function cardAgain(
  context: RequestContext,
  payload: ActionPayload,
  reference: Reference,
  shownStart?: UnixSeconds,
): Promise<(typeof CARD)[number]> {
  const surface = await surfaceOf(context, payload, shownStart);
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
}

async function surfaceOf(
  context: RequestContext,
  { view, container, message }: ActionPayload,
  shownStart: UnixSeconds | undefined,
): Promise<FoundSurface> {
  if (view !== undefined) {
    const thread = readModalMetadata(view.private_metadata) === undefined ? 'none' : 'can-post';
    return { kind: 'modal', thread, shownStart };
  }
  if (container?.is_ephemeral === true) return { kind: 'private' };
  return { kind: 'shared', sharedBy: sharerOf(message?.blocks ?? []), reach: await reachAround(context) };
}

/** Who reads the channel of the card: certainly others too, if one of them pressed. */
async function reachAround(context: RequestContext): Promise<Reach> {
  const [external, { viewer }] = await Promise.all([
    isExternal(context, context.channel?.id),
    context.profile(PROFILE_MS),
  ]);
  return isOutsider(viewer) ? 'external' : reachOf(external);
}
