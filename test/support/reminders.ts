import type { StoredMessage, Surface } from '../../sandbox/slack/state/surfaces.ts';
import type { ReminderMinutes } from '../../src/core/reminder.ts';
import { openedHome } from './home.ts';
import { choose, press, topModal } from './interactions.ts';
import { lastEphemeral, PLAIN, types } from './on-stage.ts';
import { optionsIn, shownIn } from './reading.ts';
import type { Stage } from './stage.ts';

/** Someone asks to be reminded of something that they see: in a list by its menu, on a card by the question that its menu leads to. */
export async function choosesReminder(
  stage: Stage,
  surface: Surface,
  minutes: ReminderMinutes,
  userId = PLAIN,
): Promise<void> {
  const isList = optionsIn(surface).some((value) => value.startsWith('remind-'));
  if (isList) {
    await choose(stage, surface, `remind-${minutes}`, { userId });
    return;
  }
  await choose(stage, surface, 'remind', { userId });
  const question = surface.kind === 'modal' ? topModal(stage, userId) : lastEphemeral(stage);
  await press(stage, question, `meeting_remind_${minutes}`, { userId });
}

/** Someone looks a meeting up and asks to be reminded of it; resolves to what they are told. */
export async function asksToBeReminded(
  stage: Stage,
  digits: string,
  minutes: ReminderMinutes,
  userId = PLAIN,
): Promise<string> {
  await types(stage, digits, { userId });
  await choosesReminder(stage, lastEphemeral(stage), minutes, userId);
  return shownIn(lastEphemeral(stage));
}

/** What the app has sent to one person. */
export function sentTo({ slack }: Pick<Stage, 'slack'>, userId: string): readonly StoredMessage[] {
  return [...slack.channels.values()]
    .filter(({ kind, members }) => kind === 'im' && members.has(userId))
    .flatMap(({ messages }) => messages);
}

/** So many messages to one person, waited for. */
export function sentSoon(stage: Stage, userId: string, count = 1): Promise<readonly StoredMessage[]> {
  return stage.slack.waitFor(() => {
    const sent = sentTo(stage, userId);
    return sent.length >= count ? sent : undefined;
  });
}

/** What someone reads under *Your reminders* on their Home tab; empty where there is no such heading. */
export async function listedReminders(stage: Stage, userId = PLAIN): Promise<string> {
  const shown = shownIn(await openedHome(stage, userId));
  const [, list = ''] = shown.split('Your reminders\n');
  return list.split('\nRecently looked up')[0] ?? '';
}

export const isListed = async (stage: Stage): Promise<boolean> => (await listedReminders(stage)) !== '';

/** Begins tomorrow at ten in Shanghai, a day after the stage does, and lasts 45 minutes. */
export const TOMORROW = '700002';

const MINUTE = 60;

/** Lets time pass until so many minutes before the start of `TOMORROW` as the stage knows it first. */
export const passUntil = (stage: Stage, minutesBefore: number): void =>
  stage.advance(Date.UTC(2030, 11, 31, 2) / 1000 - minutesBefore * MINUTE - stage.now() / 1000);

/** Another person is reminded of another meeting: whatever was due before has been looked at then. */
export async function looksOnce(stage: Stage): Promise<void> {
  const start = stage.now() / 1000 + 60 * MINUTE;
  const [sample] = stage.conference.meetings.byEventId(TOMORROW);
  stage.conference.meetings.put({
    ...sample,
    eventId: 799_999,
    status: 1,
    startTime: start,
    endTime: start + 60,
  });
  await asksToBeReminded(stage, '799999', 30, 'U0LI');
  stage.advance(30 * MINUTE);
  await sentSoon(stage, 'U0LI');
}
