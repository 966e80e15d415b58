import { noticeCard } from '../../../cards/help-card.ts';
import { reachOf } from '../../../core/channel.ts';
import { mayShare } from '../../../core/shared-surface.ts';
import { isExternal } from '../../channel-reach.ts';
import { ASKED_FIRST, confirmation } from '../../confirm-share.ts';
import { findToShare } from '../../find-to-share.ts';
import { listener } from '../../listener.ts';
import { CARD, CONFIDENTIAL, NOTHING } from '../../outcomes.ts';
import { type ActionPayload, actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { shareAndTell } from '../../share-card.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { meetingOf, threadOf } from './pressed.ts';

const OUTCOMES = [...CARD, ASKED_FIRST, CONFIDENTIAL, NOTHING] as const;
type Outcome = (typeof OUTCOMES)[number];

/**
 * *Share to channel*: the public card, in the name of the person who pressed, where the private one was shown. Where people of other companies
 * read the channel, the person is asked first.
 */
export const share = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  listen: (context, payload) => shareHere(context, payload, false),
});

/** *Share* below the question, which then goes away. */
export const confirmShare = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  listen: (context, payload) => shareHere(context, payload, true),
});

async function shareHere(
  context: RequestContext,
  payload: ActionPayload,
  isConfirmed: boolean,
): Promise<Outcome> {
  const reference = meetingOf(payload);
  const { responseUrl, services, settings, channel } = context;
  if (reference === undefined || responseUrl === undefined) return NOTHING;
  const threadTs = threadOf(payload);
  const external = isConfirmed ? Promise.resolve(true) : isExternal(context, channel?.id);
  return withMeeting<Outcome>(context, reference, {
    find: findToShare(settings),
    profileMs: PROFILE_MS,
    rights: 'as-stored',
    async found(meeting, { profile, words }) {
      if (!mayShare(meeting.meeting, settings)) {
        const card = noticeCard(words.confidentialStaysPrivate);
        await services.reply(responseUrl, { card, to: 'user', replaces: isConfirmed, threadTs });
        return CONFIDENTIAL;
      }
      const known = await external;
      if (known === true && !isConfirmed) {
        const card = confirmation(context, meeting, profile.viewer, 'channel', words);
        await services.reply(responseUrl, { card, to: 'user', replaces: false, threadTs });
        return ASKED_FIRST;
      }
      const target = { channel: channel?.id, threadTs, responseUrl, reach: reachOf(known) };
      // First, so that a second press finds no button.
      if (isConfirmed) await services.removeOriginal(responseUrl);
      await shareAndTell(context, meeting, words, target);
      return meeting.freshness === 'stale' ? 'stale' : 'found';
    },
    async notFound({ card, outcome }) {
      await services.reply(responseUrl, { card, to: 'user', replaces: isConfirmed, threadTs });
      return outcome;
    },
  });
}
