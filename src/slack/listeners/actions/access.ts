import { accessCard } from '../../../cards/access-card.ts';
import type { Card } from '../../../cards/blocks.ts';
import type { CardSurface } from '../../../cards/card-options.ts';
import type { ShownOccurrence } from '../../../cards/more-menu.ts';
import type { Words } from '../../../cards/words/words.ts';
import { PROVES } from '../../../conference/rights.ts';
import { secondsOf } from '../../../core/time.ts';
import { privateView } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { REQUIRED_PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';
import { occurrenceOf } from './pressed.ts';
import { answerPrivatelyLater } from './private-answer.ts';

const OUTCOMES = ['limited', 'public', 'attendee', 'co-host', 'host', ...WITHOUT_MEETING, NOTHING] as const;

interface AccessAnswer {
  readonly card: Card;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly words: Words;
}

/** *My access*: what the person who pressed may see, by a meeting recent enough to prove it; for them alone. */
export const access = listener({
  payload: actionPayload,
  outcomes: OUTCOMES,
  async listen(context, payload) {
    const shown = occurrenceOf(payload);
    if (shown === undefined) return NOTHING;
    const { outcome } = await answerPrivatelyLater(
      context,
      payload,
      ({ myAccess }) => myAccess,
      () => accessAnswer(context, shown),
    );
    return outcome;
  },
});

function accessAnswer(context: RequestContext, { eventId, start }: ShownOccurrence): Promise<AccessAnswer> {
  const { responseUrl, services, settings } = context;
  const surface: CardSurface =
    responseUrl === undefined ? { kind: 'modal', thread: 'none', shownStart: start } : { kind: 'private' };
  return withMeeting<AccessAnswer>(
    context,
    { kind: 'event', eventId },
    {
      find: { maxAge: 'rights' },
      profileMs: REQUIRED_PROFILE_MS,
      rights: 'as-stored',
      found(meeting, { profile: { viewer }, words }) {
        const view = privateView(meeting, viewer, settings);
        const basis = {
          asOf: meeting.asOf,
          stale: meeting.freshness === 'stale',
          upTo: PROVES[meeting.rights],
        };
        const now = secondsOf(services.clock);
        return { card: accessCard(view, viewer, words, now, basis, surface), outcome: view.audience, words };
      },
      notFound: (answer, { words }) => ({ ...answer, words }),
    },
  );
}
