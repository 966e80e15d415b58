import { accessCard } from '../../../cards/access-card.ts';
import { PROVES } from '../../../conference/rights.ts';
import { secondsOf } from '../../../core/time.ts';
import { privateView } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { REQUIRED_PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { meetingOf } from './pressed.ts';
import { answerPrivately } from './private-answer.ts';

/** *My access*: what the person who pressed may see, by a meeting recent enough to prove it; for them alone. */
export const access = listener({
  payload: actionPayload,
  outcomes: ['limited', 'public', 'attendee', 'co-host', 'host', ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    if (reference === undefined) return NOTHING;
    const { card, outcome, words } = await withMeeting(context, reference, {
      find: { maxAge: 'rights' },
      profileMs: REQUIRED_PROFILE_MS,
      rights: 'as-stored',
      found(meeting, { profile: { viewer }, words }) {
        const view = privateView(meeting, viewer, context.settings);
        const basis = {
          asOf: meeting.asOf,
          stale: meeting.freshness === 'stale',
          upTo: PROVES[meeting.rights],
        };
        const now = secondsOf(context.services.clock);
        return { card: accessCard(view, viewer, words, now, basis), outcome: view.audience, words };
      },
      notFound: (answer, { words }) => ({ ...answer, words }),
    });
    await answerPrivately(context, payload, { title: words.myAccess, card, words });
    return outcome;
  },
});
