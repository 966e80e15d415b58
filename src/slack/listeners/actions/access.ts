import { accessCard } from '../../../cards/access-card.ts';
import { PROVES } from '../../../conference/rights.ts';
import { secondsOf } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { askFor, withoutMeeting } from '../../answer.ts';
import { privateView } from '../../found-card.ts';
import { personOf } from '../../payloads/action.ts';
import { type ActionListener, meetingOf } from './action-listener.ts';
import { answerPrivately } from './private-answer.ts';

/** Longer than a card waits for the proof: here it is what was asked for. */
const PROOF_MS = 2400;

/** *My access*: what the one who pressed may see, worked out anew from a copy that proves it, for their eyes only. */
export const access: ActionListener<OutcomeAt<'meeting_access'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  if (reference === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const [asked, asker] = await Promise.all([
    askFor(reference, person, services, { maxAge: 'rights' }),
    services.users.of(person, PROOF_MS),
  ]);
  const words = services.wordsOf(asker);
  if (asked.kind !== 'found') {
    const card = withoutMeeting(asked, reference, words);
    await answerPrivately(payload, { title: words.myAccess, card }, words, services);
    return asked.kind;
  }
  const view = privateView(asked, asker.viewer);
  const { asOf, freshness, rights } = asked;
  const copy = { asOf, stale: freshness === 'stale', upTo: PROVES[rights] };
  const card = accessCard(view, asker.viewer, words, secondsOf(services.clock), copy);
  await answerPrivately(payload, { title: words.myAccess, card }, words, services);
  return view.audience;
};
