import { accessCard } from '../../cards/access-card.ts';
import { PRIVATE, viewFor } from '../../core/audience.ts';
import { secondsOf } from '../../core/time.ts';
import type { OutcomeAt } from '../../ops/labels.ts';
import { askFor, withoutMeeting } from '../answer.ts';
import { personOf } from '../payloads/action.ts';
import { type ActionListener, meetingOf } from './action-listener.ts';
import { answerPrivately } from './private-answer.ts';

/** Longer than a card waits for the proof: here it is what was asked for. */
const PROOF_MS = 2400;

/** *My access*: what the one who pressed may see, worked out anew, for their eyes only. */
export const access: ActionListener<OutcomeAt<'meeting_access'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  if (reference === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const [asked, asker] = await Promise.all([
    askFor(reference, person, services),
    services.askers.of(person, PROOF_MS),
  ]);
  const words = services.wordsOf(asker);
  if (asked.kind !== 'found') {
    const card = withoutMeeting(asked, reference, words);
    await answerPrivately(payload, { title: words.myAccess, card }, words, services);
    return asked.kind;
  }
  const view = viewFor(asked.meeting, asker.viewer, PRIVATE);
  const card = accessCard(view, asker.viewer, words, secondsOf(services.clock));
  await answerPrivately(payload, { title: words.myAccess, card }, words, services);
  return view.audience;
};
