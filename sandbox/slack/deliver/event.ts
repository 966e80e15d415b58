import { randomUUID } from 'node:crypto';
import { conversationsOpen } from '../api/directory.ts';
import { type Fields, fieldsAt, textAt } from '../fields.ts';
import { appHomeOpened } from '../payloads/app-home-opened.ts';
import { eventEnvelope } from '../payloads/event-envelope.ts';
import { urlVerification } from '../payloads/url-verification.ts';
import { newId } from '../state/clock.ts';
import { viewObject } from '../state/view-store.ts';
import type { Answer } from './courier.ts';
import type { Desk } from './desk.ts';

export interface EventGiven {
  readonly appUrl: string;
  readonly event: Fields;
  /** The same id twice is the same event delivered twice. */
  readonly eventId?: string;
  /** When it happened, in milliseconds since 1970; by default now. */
  readonly at?: number;
  /** Slack tries three times more, and says the how-manieth time it is and why. */
  readonly retry?: {
    readonly num: 1 | 2 | 3;
    readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'too_many_redirects' | 'ssl_error';
  };
}

export interface EventAnswer extends Answer {
  readonly eventId: string;
}

/** Source: docs.slack.dev/apis/events-api */
export async function sendEvent({ slack, courier, changed }: Desk, given: EventGiven): Promise<EventAnswer> {
  const { event, eventId = newId('Ev'), at = slack.now(), retry } = given;
  const isShared = slack.channels.get(textAt(event, 'channel') ?? '')?.isShared ?? false;
  const timeSeconds = Math.floor(at / 1000);
  const envelope = eventEnvelope(event, { identity: slack.identity, eventId, timeSeconds, isShared });
  const headers = retry === undefined ? {} : retryHeaders(retry.num, retry.reason);
  const answer = await courier.event(given.appUrl, envelope, headers);
  changed();
  return { ...answer, eventId };
}

const retryHeaders = (num: number, reason: string) => ({
  'x-slack-retry-num': String(num),
  'x-slack-retry-reason': reason,
});

export interface HomeGiven {
  readonly appUrl: string;
  readonly userId?: string;
  readonly tab?: 'home' | 'messages';
}

/** Someone opens the app's own page; their direct message with the app comes to be, if it was not there. */
export function openHome(
  desk: Desk,
  { appUrl, userId = 'U0HAN', tab = 'home' }: HomeGiven,
): Promise<EventAnswer> {
  const { slack } = desk;
  const direct = fieldsAt(conversationsOpen({ users: userId }, slack), 'channel') ?? {};
  const home = slack.homes.get(userId);
  const event = appHomeOpened({
    userId,
    channelId: textAt(direct, 'id') ?? '',
    tab,
    eventTs: slack.nextTs(),
    ...(home === undefined || tab !== 'home' ? {} : { view: viewObject(home, slack) }),
  });
  return sendEvent(desk, { appUrl, event });
}

/** Slack's question when a request URL is entered. The right answer contains the challenge. */
export async function verifyUrl({ courier }: Desk, { appUrl }: { readonly appUrl: string }) {
  const challenge = randomUUID();
  return { ...(await courier.event(appUrl, urlVerification(challenge))), challenge };
}
