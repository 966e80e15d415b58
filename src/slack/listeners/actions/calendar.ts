import { calendarFile, fileSurface } from '../../../calendar/file.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { viewFor } from '../../../core/audience.ts';
import { secondsOf } from '../../../core/time.ts';
import { isOutsider } from '../../../core/viewer.ts';
import { NOBODY, privateView } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { type Reader, withMeeting } from '../../with-meeting.ts';
import { meetingOf } from './pressed.ts';
import { answerPrivately } from './private-answer.ts';

/** *Add to calendar* in a deployment without a public address: the file comes as a direct message. With one, the button is a link. */
export const calendar = listener({
  payload: actionPayload,
  outcomes: ['sent', 'followed', 'not-invited', ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    if (reference === undefined) return 'followed';
    return withMeeting(context, reference, {
      profileMs: PROFILE_MS,
      rights: 'renewed',
      async found(meeting, reader) {
        const { words } = reader;
        const own = privateView(meeting, reader.profile.viewer, context.settings);
        if (own.audience === 'limited') {
          const card = noticeCard(words.onlyForInvited(own.hostName));
          await answerPrivately(context, payload, { title: words.addToCalendar, card, words });
          return 'not-invited';
        }
        if (!(await isFileSent(context, meeting, reader))) return NOTHING;
        const card = noticeCard(words.calendarSent);
        await answerPrivately(context, payload, { title: words.addToCalendar, card, words });
        return 'sent';
      },
      async notFound({ card, outcome }, { words }) {
        await answerPrivately(context, payload, { title: words.addToCalendar, card, words });
        return outcome;
      },
    });
  },
});

/** Sends the public view's file; false where Slack opens no conversation with the person. */
async function isFileSent(
  { actor, client, messenger, services }: RequestContext,
  { meeting }: FoundMeeting,
  { profile, words }: Reader,
): Promise<boolean> {
  const reach = isOutsider(profile.viewer) ? 'external' : 'company';
  const view = viewFor(meeting, NOBODY, fileSurface(reach));
  const { name, content } = calendarFile(view, words, secondsOf(services.clock));
  const channel = await messenger.directChannel(actor.userId);
  if (channel === undefined) return false;
  await client.filesUploadV2({ channel_id: channel, filename: name, title: name, content });
  return true;
}
