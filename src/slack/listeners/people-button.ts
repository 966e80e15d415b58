import { lookingUpCard } from '../../cards/help-card.ts';
import { modal } from '../../cards/modal.ts';
import { type PeoplePage, peopleModal, readPeoplePage } from '../../cards/people-modal.ts';
import { peopleOf } from '../../core/audience.ts';
import type { Reference } from '../../core/reference.ts';
import { askFor, withoutMeeting } from '../answer.ts';
import { type ActionPayload, personOf } from '../payloads/action.ts';
import type { Services } from '../services.ts';
import { type ActionListener, meetingOf } from './action-listener.ts';

/** *People*: a modal with who was invited. Opened at once, since a trigger lives three seconds, and filled when the meeting is there. */
export const people: ActionListener = async (payload, services) => {
  const { client, words } = services;
  const reference = meetingOf(payload);
  const { trigger_id, view } = payload;
  if (reference === undefined || trigger_id === undefined) return 'nothing-to-do';
  const waiting = { trigger_id, view: modal(words.people, words, lookingUpCard(words).blocks) };
  const opened = await (view?.type === 'modal' ? client.views.push(waiting) : client.views.open(waiting));
  const viewId = opened.view?.id;
  if (viewId === undefined) return 'nothing-to-do';
  return show(viewId, { eventId: reference.eventId, page: 1 }, payload, services);
};

/** *Next* and *Previous* in that modal. */
export const turnPeoplePage: ActionListener = async (payload, services) => {
  const page = readPeoplePage(payload.actions[0].value ?? '');
  if (page === undefined || payload.view === undefined) return 'nothing-to-do';
  return show(payload.view.id, page, payload, services);
};

async function show(
  viewId: string,
  page: PeoplePage,
  payload: ActionPayload,
  services: Services,
): Promise<string> {
  const { client, words } = services;
  const reference: Reference = { kind: 'event', eventId: page.eventId };
  const asked = await askFor(reference, personOf(payload), services);
  const view =
    asked.kind === 'found'
      ? peopleModal(asked.meeting.title, peopleOf(asked.meeting), page, words)
      : modal(words.people, words, withoutMeeting(asked, reference, services).blocks);
  await client.views.update({ view_id: viewId, view });
  return asked.kind;
}
