import { fieldsAt, textAt } from '../fields.ts';
import { entityDetailsRequested } from '../payloads/entity-details-requested.ts';
import type { Unfurl } from '../state/surfaces.ts';
import type { Desk } from './desk.ts';
import { type EventAnswer, sendEvent } from './event.ts';

export interface FlexpaneGiven {
  readonly appUrl: string;
  /** The preview beside which the Work Object stands. */
  readonly unfurl: Unfurl;
  readonly userId?: string;
}

/** Someone presses the Work Object under a message: what they saw before is gone until the app presents it again. */
export function openFlexpane(
  desk: Desk,
  { appUrl, unfurl, userId = 'U0HAN' }: FlexpaneGiven,
): Promise<EventAnswer> {
  const { slack } = desk;
  const { url, channelId, ts, threadTs } = unfurl;
  const entity = slack.entities.get(url);
  if (entity === undefined) throw new Error(`There is no Work Object under ${url}.`);
  const userLocale = slack.people.get(userId)?.locale;
  const event = entityDetailsRequested({
    userId,
    ...(userLocale === undefined ? {} : { userLocale }),
    triggerId: slack.triggers.mint(userId),
    url: textAt(entity, 'url') ?? url,
    unfurlUrl: url,
    externalRef: fieldsAt(entity, 'external_ref') ?? {},
    channelId,
    ts,
    ...(threadTs === undefined ? {} : { threadTs }),
    eventTs: slack.nextTs(),
  });
  slack.flexpanes.delete(userId);
  return sendEvent(desk, { appUrl, event });
}
