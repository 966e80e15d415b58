import type { Card } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import { type MoreChoice, readMoreChoice } from '../../../cards/more-menu.ts';
import { reminderNote, reminderSetCard, whenToRemindCard } from '../../../cards/reminder-cards.ts';
import { viewTitle } from '../../../cards/view-title.ts';
import type { Words } from '../../../cards/words/words.ts';
import { REMINDER_MINUTES, type ReminderMinutes, writeReminderName } from '../../../core/reminder.ts';
import { secondsOf } from '../../../core/time.ts';
import { REMINDERS_MAX, type SetReminder } from '../../../tracking/reminders/reminders.ts';
import { privateView } from '../../found-card.ts';
import { listener } from '../../listener.ts';
import { lookUp } from '../../look-up.ts';
import { updateModal } from '../../modals.ts';
import { noMeetingCard } from '../../no-meeting-card.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS, PROFILE_MS } from '../../time-limits.ts';
import type { MenuHandler } from './menu-handler.ts';
import { threadOf } from './pressed.ts';
import { answerPrivately, answerPrivatelyLater } from './private-answer.ts';

const SET_OUTCOMES = [
  'set',
  'too-late',
  'called-off',
  'without-start',
  'too-far',
  'too-many',
  'unavailable',
  ...WITHOUT_MEETING,
] as const;

interface Answer {
  readonly card: Card;
  readonly outcome: (typeof SET_OUTCOMES)[number];
}

/** *Remind me…*: asks how long before. It is not looked up for that: the choice says when the meeting begins. */
export const askWhenToRemind: MenuHandler = {
  outcomes: ['asked'],
  async run(context, payload, choice) {
    const words = await context.words(FIRST_WORDS_MS);
    const card = whenToRemindCard(choice, words, secondsOf(context.services.clock));
    await answerPrivately(context, payload, { title: words.reminder, card, words });
    return 'asked';
  },
};

/** A button of that question; the answer takes the question's place. */
export const remindAt = listener({
  payload: actionPayload,
  outcomes: [NOTHING, ...SET_OUTCOMES],
  async listen(context, payload) {
    const choice = readMoreChoice(payload.actions[0].value ?? '');
    const minutes = REMINDER_MINUTES.find((each) => choice?.option === `remind-${each}`);
    if (choice === undefined || minutes === undefined) return NOTHING;
    const { responseUrl, services } = context;
    const words = await context.words(PROFILE_MS);
    const { card, outcome } = await setReminder(context, choice, minutes, words);
    if (payload.view !== undefined)
      await updateModal(context, payload.view.id, modal(words.reminder, words, card.blocks));
    else if (responseUrl !== undefined)
      await services.reply(responseUrl, { card, to: 'user', replaces: true, threadTs: threadOf(payload) });
    return outcome;
  },
});

/** *Remind me* in a list: so many minutes before the occurrence that the card shows. */
export function remindBefore(minutes: ReminderMinutes): MenuHandler {
  return {
    outcomes: SET_OUTCOMES,
    async run(context, payload, choice) {
      const words = await context.words(FIRST_WORDS_MS);
      const { outcome } = await answerPrivatelyLater(
        context,
        payload,
        ({ reminder }) => reminder,
        async () => ({ ...(await setReminder(context, choice, minutes, words)), words }),
      );
      return outcome;
    },
  };
}

async function setReminder(
  context: RequestContext,
  { eventId, start }: MoreChoice,
  minutes: ReminderMinutes,
  words: Words,
): Promise<Answer> {
  const { actor, services } = context;
  if (start === undefined) return { card: reminderNote(words.needsTime), outcome: 'without-start' };
  const reference = { kind: 'event', eventId } as const;
  const lookup = await lookUp(context, reference);
  if (lookup.kind !== 'found') {
    const card = noMeetingCard(lookup, reference, words, await context.profile(PROFILE_MS));
    return { card, outcome: lookup.kind };
  }
  const result = await services.tracking.reminders.set(lookup, { person: actor, minutes, start });
  if (result.kind === 'set') context.homeChanged();
  const { viewer } = await context.profile(PROFILE_MS);
  const title = viewTitle(privateView(lookup, viewer, context.settings), words);
  return { card: resultCard(result, title, minutes, words), outcome: result.kind };
}

function resultCard(result: SetReminder, title: string, minutes: ReminderMinutes, words: Words): Card {
  switch (result.kind) {
    case 'set':
      return reminderSetCard({ title, id: writeReminderName(result.name), minutes }, words);
    case 'too-late':
      return reminderNote(words.tooLateToRemind);
    case 'called-off':
      return reminderNote(words.calledOff);
    case 'without-start':
      return reminderNote(words.needsTime);
    case 'too-far':
      return reminderNote(words.tooFarToRemind);
    case 'too-many':
      return reminderNote(words.tooManyReminders(REMINDERS_MAX));
    case 'unavailable':
      return reminderNote(words.reminderNotSet);
  }
}
