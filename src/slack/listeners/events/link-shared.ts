import type { KnownBlock } from '@slack/types';
import { compactCard } from '../../../cards/compact-card.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { viewFor } from '../../../core/audience.ts';
import type { LinkKey } from '../../../core/link-key.ts';
import { linkReference } from '../../../core/reference.ts';
import { secondsOf } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { lookUpFor } from '../../answer.ts';
import { failedCall } from '../../failed-call.ts';
import { NOBODY, sharedSurface } from '../../found-card.ts';
import type { LinkSharedEvent } from '../../payloads/event.ts';
import { retryOnRateLimit, slackErrorOf } from '../../retry-on-rate-limit.ts';
import type { Services } from '../../services.ts';
import { warnOfHostLinks } from './host-link-guard.ts';

/** The same meeting is shown once in a channel for this long, unless it is the same message again. */
const SHOWN_SECONDS = 30 * 60;

/** What Slack says of a message that is gone or was never to be unfurled: nothing is lost. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'cannot_unfurl_url',
  'cannot_find_message',
  'cannot_unfurl_message',
]);

/** A link of a message, as it was written, and the meeting it opens. */
export interface SharedLink {
  readonly url: string;
  readonly key: LinkKey;
  readonly found: FoundMeeting;
}

/**
 * Links on the app's domains: a compact public card under each meeting's first link, all in one `chat.unfurl`, while they are typed and
 * again when they are sent. What is no known meeting's link is left alone.
 */
export async function linkShared(
  { event, team_id }: LinkSharedEvent,
  services: Services,
): Promise<OutcomeAt<'event'>> {
  const shared = await knownLinks({ event, team_id }, services);
  if (shared.length === 0) return 'left-alone';
  const [unfurled, warned] = await Promise.allSettled([
    unfurl(shared, event, services),
    event.source === 'conversations_history' ? warnOfHostLinks(shared, event, team_id, services) : undefined,
  ]);
  if (warned.status === 'rejected' && unfurled.status === 'rejected')
    services.report.failed('answer-failed', warned.reason, {
      entryPoint: 'event',
      ...failedCall(warned.reason),
    });
  if (unfurled.status === 'rejected') throw unfurled.reason;
  if (warned.status === 'rejected') throw warned.reason;
  return unfurled.value;
}

async function unfurl(
  shared: readonly SharedLink[],
  event: LinkSharedEvent['event'],
  services: Services,
): Promise<OutcomeAt<'event'>> {
  const isSent = event.source === 'conversations_history';
  const unfurls: Record<string, { blocks: KnownBlock[] }> = {};
  for (const { url, found } of firstOfEach(shared)) {
    if (isSent && (await wasShownLately(found, event, services))) continue;
    const view = viewFor(found.meeting, NOBODY, sharedSurface(found, services));
    unfurls[url] = { blocks: compactCard(view, services.sharedWords, secondsOf(services.clock)) };
  }
  if (Object.keys(unfurls).length === 0) return 'shown-recently';
  const { unfurl_id, source } = event;
  try {
    await retryOnRateLimit(() => services.client.chat.unfurl({ unfurl_id, source, unfurls }));
    return 'unfurled';
  } catch (error) {
    const reason = slackErrorOf(error);
    if (reason !== undefined && LEFT_ALONE.has(reason)) return 'left-alone';
    throw error;
  }
}

async function knownLinks(
  { event, team_id }: Pick<LinkSharedEvent, 'event' | 'team_id'>,
  services: Services,
): Promise<SharedLink[]> {
  const person = { userId: event.user, teamId: team_id };
  const links = await Promise.all(
    event.links.map(async ({ url }) => {
      const reference = linkReference(url.replaceAll('&amp;', '&'), services.linkDomains);
      if (reference?.kind !== 'link') return undefined;
      const found = await lookUpFor(reference, person, services);
      return found.kind === 'found' ? { url, key: reference.key, found } : undefined;
    }),
  );
  return links.filter((link) => link !== undefined);
}

function firstOfEach(shared: readonly SharedLink[]): SharedLink[] {
  return [
    ...new Map(shared.toReversed().map((link) => [link.found.meeting.eventId, link])).values(),
  ].reverse();
}

/** Notes that this message shows the meeting, one message at a time over all processes; true where another did within half an hour. */
async function wasShownLately(
  { meeting }: FoundMeeting,
  { channel, message_ts }: LinkSharedEvent['event'],
  { store, keys }: Services,
): Promise<boolean> {
  const own = keys.unfurledIn(channel, meeting.eventId, message_ts);
  if (await store.setIfAbsent(keys.unfurled(channel, meeting.eventId), '1', SHOWN_SECONDS)) {
    await store.set(own, '1', SHOWN_SECONDS);
    return false;
  }
  return (await store.get(own)) === undefined;
}
