import { accessCard } from '../../cards/access-card.ts';
import type { Card } from '../../cards/blocks.ts';
import { modal } from '../../cards/modal.ts';
import { PRIVATE, viewFor } from '../../core/audience.ts';
import { secondsOf } from '../../core/time.ts';
import { askFor, withoutMeeting } from '../answer.ts';
import { type ActionPayload, personOf } from '../payloads/action.ts';
import type { Services } from '../services.ts';
import { type ActionListener, meetingOf, threadOf } from './action-listener.ts';

/** Longer than a card waits for the proof: here it is what was asked for. */
const PROOF_MS = 2400;

/** *My access*: what the one who pressed may see, worked out anew, for their eyes only. */
export const access: ActionListener = async (payload, services) => {
  const reference = meetingOf(payload);
  if (reference === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const [asked, viewer] = await Promise.all([
    askFor(reference, person, services),
    services.viewers.of(person, PROOF_MS),
  ]);
  if (asked.kind !== 'found') {
    await answerPrivately(payload, withoutMeeting(asked, reference, services), services);
    return asked.kind;
  }
  const view = viewFor(asked.meeting, viewer, PRIVATE);
  await answerPrivately(
    payload,
    accessCard(view, viewer, services.words, secondsOf(services.clock)),
    services,
  );
  return view.audience;
};

/** An ephemeral message beside the card that was pressed; a modal where there is no message to stand beside. */
async function answerPrivately(
  payload: ActionPayload,
  card: Card,
  { reply, client, words }: Services,
): Promise<void> {
  const { response_url, trigger_id, view } = payload;
  if (response_url !== undefined) {
    await reply(response_url, { card, to: 'asker', replaces: false, threadTs: threadOf(payload) });
  } else if (trigger_id !== undefined) {
    const shown = { trigger_id, view: modal(words.myAccess, words, card.blocks) };
    await (view?.type === 'modal' ? client.views.push(shown) : client.views.open(shown));
  }
}
