import { calendarFile } from '../../../calendar/file.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { viewFor } from '../../../core/audience.ts';
import { secondsOf } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { askFor, withoutMeeting } from '../../answer.ts';
import { NOBODY } from '../../found-card.ts';
import { personOf } from '../../payloads/action.ts';
import { type ActionListener, ASKER_MS, meetingOf } from './action-listener.ts';
import { answerPrivately } from './private-answer.ts';

/** *Add to calendar* where the deployment has no public address: the file comes as a direct message. With one, the button is a link. */
export const addToCalendar: ActionListener<OutcomeAt<'meeting_calendar'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  if (reference === undefined) return 'followed';
  const person = personOf(payload);
  const [asked, asker] = await Promise.all([
    askFor(reference, person, services),
    services.users.of(person, ASKER_MS),
  ]);
  const words = services.wordsOf(asker);
  if (asked.kind !== 'found') {
    const card = withoutMeeting(asked, reference, words);
    await answerPrivately(payload, { title: words.addToCalendar, card }, words, services);
    return asked.kind;
  }
  const view = viewFor(asked.meeting, NOBODY, { kind: 'shared', showsAttendeePassword: false });
  const file = calendarFile(view, words, secondsOf(services.clock));
  const { client } = services;
  const opened = await client.conversations.open({ users: payload.user.id });
  const direct = opened.channel?.id;
  if (direct === undefined) return 'nothing-to-do';
  await client.filesUploadV2({
    channel_id: direct,
    filename: file.name,
    title: file.name,
    content: file.content,
  });
  await answerPrivately(
    payload,
    { title: words.addToCalendar, card: noticeCard(words.calendarSent) },
    words,
    services,
  );
  return 'sent';
};
