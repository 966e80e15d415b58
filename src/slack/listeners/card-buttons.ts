import { sharerOf } from '../../cards/shared-by.ts';
import { eventId } from '../../core/ids.ts';
import type { Reference } from '../../core/reference.ts';
import { type Audience, answerFor } from '../answer.ts';
import type { ActionPayload } from '../payloads/action.ts';
import type { Services } from '../services.ts';

/** A press asks anew unless the copy is this young, so that impatience costs the endpoint nothing. */
const REFRESH_MAX_AGE_SECONDS = 5;

/** A press on a card's button, after it was acknowledged. */
export type ActionListener = (payload: ActionPayload, services: Services) => Promise<void>;

/** A button with an address: the client opens it, and there is nothing left to do. */
export const followed: ActionListener = async () => {};

/** *Refresh*: the card anew, in its place. Where it cannot be had, a shared card stays and the one who pressed is told. */
export const refresh: ActionListener = async (payload, services) => {
  const target = targetOf(payload);
  if (target === undefined) return;
  const isPrivate = payload.container?.is_ephemeral === true;
  const audience: Audience = isPrivate
    ? { kind: 'private', viewer: { kind: 'unproven', reason: 'not-asked' } }
    : { kind: 'shared', sharedBy: sharerOf(payload.message?.blocks ?? []) };
  const { card, outcome } = await answerFor(target.reference, audience, services, {
    maxAgeSeconds: REFRESH_MAX_AGE_SECONDS,
  });
  const hasMeeting = outcome === 'found' || outcome === 'stale';
  await services.reply(
    target.responseUrl,
    isPrivate || hasMeeting
      ? { card, to: isPrivate ? 'asker' : 'channel', replaces: true }
      : { card, to: 'asker', replaces: false },
  );
};

/** *Share to channel*: the public card, in the name of who pressed, wherever the private one was shown. */
export const share: ActionListener = async (payload, services) => {
  const target = targetOf(payload);
  if (target === undefined) return;
  const { card, outcome } = await answerFor(
    target.reference,
    { kind: 'shared', sharedBy: payload.user.id },
    services,
  );
  const hasMeeting = outcome === 'found' || outcome === 'stale';
  await services.reply(target.responseUrl, { card, to: hasMeeting ? 'channel' : 'asker', replaces: false });
};

function targetOf(payload: ActionPayload): { reference: Reference; responseUrl: string } | undefined {
  const id = eventId(payload.actions?.value ?? '');
  const { response_url } = payload;
  if (id === undefined || response_url === undefined) return undefined;
  return { reference: { kind: 'event', eventId: id }, responseUrl: response_url };
}
