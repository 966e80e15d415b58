import { listener } from '../../listener.ts';
import { CARD, NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { meetingAnswer } from '../../with-meeting.ts';
import { meetingOf, threadOf } from './pressed.ts';

/** *Share to channel*: the public card, in the name of the person who pressed, where the private one was shown. */
export const share = listener({
  payload: actionPayload,
  outcomes: [...CARD, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    const { responseUrl, actor, services } = context;
    if (reference === undefined || responseUrl === undefined) return NOTHING;
    const surface = { kind: 'shared', sharedBy: actor.userId } as const;
    const { card, outcome, hasMeeting } = await meetingAnswer(context, reference, surface);
    const to = hasMeeting ? 'channel' : 'user';
    await services.reply(responseUrl, { card, to, replaces: false, threadTs: threadOf(payload) });
    return outcome;
  },
});
