import { sharerOf } from '../../cards/shared-by.ts';
import { answerFor, type Place } from '../answer.ts';
import { personOf } from '../payloads/action.ts';
import { type ActionListener, meetingOf, threadOf } from './action-listener.ts';

/** A press asks anew unless the copy is this young, so that impatience costs the endpoint nothing. */
const REFRESH_MAX_AGE_SECONDS = 5;

/** A button with an address: the client opens it, and there is nothing left to do. */
export const followed: ActionListener = async () => 'followed';

/** *Refresh*: the card anew, in its place. Where it cannot be had, a shared card stays and the one who pressed is told. */
export const refresh: ActionListener = async (payload, services) => {
  const reference = meetingOf(payload);
  const { response_url } = payload;
  if (reference === undefined || response_url === undefined) return 'nothing-to-do';
  const isPrivate = payload.container?.is_ephemeral === true;
  const place: Place = isPrivate
    ? { kind: 'private' }
    : { kind: 'shared', sharedBy: sharerOf(payload.message?.blocks ?? []) };
  const { card, outcome } = await answerFor(reference, personOf(payload), place, services, {
    maxAgeSeconds: REFRESH_MAX_AGE_SECONDS,
  });
  const hasMeeting = outcome === 'found' || outcome === 'stale';
  const replaces = isPrivate ? outcome !== 'throttled' : hasMeeting;
  const to = isPrivate || !hasMeeting ? 'asker' : 'channel';
  await services.reply(response_url, { card, to, replaces, threadTs: threadOf(payload) });
  return outcome;
};

/** *Share to channel*: the public card, in the name of who pressed, wherever the private one was shown. */
export const share: ActionListener = async (payload, services) => {
  const reference = meetingOf(payload);
  const { response_url } = payload;
  if (reference === undefined || response_url === undefined) return 'nothing-to-do';
  const place: Place = { kind: 'shared', sharedBy: payload.user.id };
  const { card, outcome } = await answerFor(reference, personOf(payload), place, services);
  const hasMeeting = outcome === 'found' || outcome === 'stale';
  const to = hasMeeting ? 'channel' : 'asker';
  await services.reply(response_url, { card, to, replaces: false, threadTs: threadOf(payload) });
  return outcome;
};
