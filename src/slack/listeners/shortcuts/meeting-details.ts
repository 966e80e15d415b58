import type { ModalView } from '@slack/types';
import { section } from '../../../cards/blocks.ts';
import { findForm } from '../../../cards/find-form.ts';
import { meetingEntry } from '../../../cards/meeting-list.ts';
import { modal } from '../../../cards/modal.ts';
import { mrkdwn } from '../../../cards/mrkdwn.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import type { Reference } from '../../../core/reference.ts';
import { secondsOf } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { type Asked, askFor, withoutMeeting, withRights } from '../../answer.ts';
import { foundCard, privateView } from '../../found-card.ts';
import { writeModalMetadata } from '../../modal-metadata.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { personOf } from '../../payloads/action.ts';
import { referencesInMessage } from '../../payloads/message-references.ts';
import type { MessageShortcut } from '../../payloads/shortcut.ts';
import type { Services } from '../../services.ts';
import type { UserProfile } from '../../user-directory.ts';
import { ASKER_MS, FIRST_WORDS_MS } from '../actions/action-listener.ts';

/** *Meeting details* in a message's menu: the message's meeting in a modal, a choice of several, or the find form where there is none. */
export async function meetingDetailsShortcut(
  payload: MessageShortcut,
  services: Services,
): Promise<OutcomeAt<'meeting_details'>> {
  const { users: askers, linkDomains, wordsOf } = services;
  const trigger = { triggerId: payload.trigger_id, fromModal: false };
  const person = personOf(payload);
  const references = referencesInMessage(payload.message, linkDomains);
  const words = wordsOf(await askers.of(person, FIRST_WORDS_MS));
  if (references.length === 0) {
    await showModal(trigger, findForm(words, words.noneInMessage), services);
    return 'none-in-message';
  }
  const { ts, thread_ts } = payload.message;
  const metadata = writeModalMetadata({
    channelId: payload.channel.id,
    threadTs: thread_ts ?? ts,
    responseUrl: payload.response_url,
  });
  const opened = await showModal(trigger, waitingModal(words.meeting, words, metadata), services);
  const [asker, ...known] = await Promise.all([
    askers.of(person, ASKER_MS),
    ...references.map((reference) => askFor(reference, person, services)),
  ]);
  const asked = await Promise.all(known.map((lookup) => withRights(lookup, asker.viewer, services)));
  const { view, outcome } = shown(references, asked, asker, metadata, services);
  await opened.fill(view);
  return outcome;
}

function shown(
  references: readonly Reference[],
  asked: readonly Asked[],
  asker: UserProfile,
  metadata: string,
  services: Services,
): { view: ModalView; outcome: OutcomeAt<'meeting_details'> } {
  const words = services.wordsOf(asker);
  const found = distinct(asked.filter((lookup) => lookup.kind === 'found'));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) {
    const card = foundCard(only, asker, { kind: 'modal', thread: 'can-post' }, services);
    return { view: modal(words.meeting, words, card.blocks, { metadata }), outcome: 'found' };
  }
  if (only !== undefined) {
    const now = secondsOf(services.clock);
    const entries = found.map((lookup) => meetingEntry(privateView(lookup, asker.viewer), words, now));
    const blocks = [section(mrkdwn`${words.chooseMeeting}`), ...entries];
    return { view: modal(words.meeting, words, blocks, { metadata }), outcome: 'several' };
  }
  const [reference] = references;
  const [failed] = asked;
  if (reference === undefined || failed === undefined || failed.kind === 'found') {
    return { view: findForm(words, words.noneInMessage), outcome: 'none-in-message' };
  }
  const { blocks } = withoutMeeting(failed, reference, words);
  return { view: modal(words.meeting, words, blocks, { metadata }), outcome: failed.kind };
}

/** Two links of a meeting, and its number, are one meeting. */
function distinct(found: readonly FoundMeeting[]): FoundMeeting[] {
  return [...new Map(found.map((lookup) => [lookup.meeting.eventId, lookup])).values()];
}
