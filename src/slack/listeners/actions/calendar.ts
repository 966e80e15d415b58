import { calendarFile, fileSurface } from '../../../calendar/file.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { viewFor } from '../../../core/audience.ts';
import { hasStart } from '../../../core/schedule.ts';
import { secondsOf } from '../../../core/time.ts';
import { isOutsider } from '../../../core/viewer.ts';
import { NOBODY, privateView } from '../../found-card.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import type { RequestContext } from '../../request-context.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { type Reader, withMeeting } from '../../with-meeting.ts';
import type { MenuHandler } from './menu-handler.ts';
import { answerPrivately } from './private-answer.ts';

/** *Add to calendar* in a deployment with a public address: Slack opened the link to the file. */
export const openCalendarFile: MenuHandler = {
  outcomes: ['followed'],
  run: async () => 'followed',
};

/** *Add to calendar* in a deployment without one: the file comes as a direct message. */
export const sendCalendarFile: MenuHandler = {
  outcomes: ['sent', 'without-start', 'not-invited', ...WITHOUT_MEETING, NOTHING],
  run(context, payload, { eventId }) {
    return withMeeting<string>(
      context,
      { kind: 'event', eventId },
      {
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
          const outcome = await sendFile(context, meeting, reader);
          if (outcome === NOTHING) return NOTHING;
          const card = noticeCard(outcome === 'sent' ? words.calendarSent : words.needsTime);
          await answerPrivately(context, payload, { title: words.addToCalendar, card, words });
          return outcome;
        },
        async notFound({ card, outcome }, { words }) {
          await answerPrivately(context, payload, { title: words.addToCalendar, card, words });
          return outcome;
        },
      },
    );
  },
};

/** Sends the public view's file; nothing where Slack opens no conversation with the person. */
async function sendFile(
  { actor, client, messenger, services }: RequestContext,
  { meeting }: FoundMeeting,
  { profile, words }: Reader,
): Promise<'sent' | 'without-start' | typeof NOTHING> {
  const reach = isOutsider(profile.viewer) ? 'external' : 'company';
  const view = viewFor(meeting, NOBODY, fileSurface(reach));
  if (!hasStart(view)) return 'without-start';
  const { name, content } = calendarFile(view, words, secondsOf(services.clock));
  const channel = await messenger.directChannel(actor.userId);
  if (channel === undefined) return NOTHING;
  await client.filesUploadV2({ channel_id: channel, filename: name, title: name, content });
  return 'sent';
}
