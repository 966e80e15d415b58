import { listener } from '../../listener.ts';
import { CARD, NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { shareAndTell } from '../../share-card.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { meetingOf, threadOf } from './pressed.ts';

/** *Share to channel*: the public card, in the name of the person who pressed, where the private one was shown. */
export const share = listener({
  payload: actionPayload,
  outcomes: [...CARD, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    const { responseUrl, services, channel } = context;
    if (reference === undefined || responseUrl === undefined) return NOTHING;
    const threadTs = threadOf(payload);
    return withMeeting<(typeof CARD)[number]>(context, reference, {
      profileMs: PROFILE_MS,
      rights: 'as-stored',
      async found(meeting, { words }) {
        await shareAndTell(context, meeting, words, { channel: channel?.id, threadTs, responseUrl });
        return meeting.freshness === 'stale' ? 'stale' : 'found';
      },
      async notFound({ card, outcome }) {
        await services.reply(responseUrl, { card, to: 'user', replaces: false, threadTs });
        return outcome;
      },
    });
  },
});
