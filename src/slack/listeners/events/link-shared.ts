import type { EntityMetadata } from '@slack/types';
import { previewBlocks } from '../../../cards/preview-blocks.ts';
import type { Block } from '../../../cards/readonly-blocks.ts';
import { wordsIn } from '../../../cards/words/languages.ts';
import { unfurledObject, withinMetadata } from '../../../cards/work-object.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { reachOf } from '../../../core/channel.ts';
import { linkReference } from '../../../core/reference.ts';
import { fallbackZone } from '../../../core/settings.ts';
import { mayShare } from '../../../core/shared-surface.ts';
import { secondsOf } from '../../../core/time.ts';
import type { ShownMeeting } from '../../../tracking/followers.ts';
import { isExternal } from '../../channel-reach.ts';
import { failedCall } from '../../failed-call.ts';
import { findToShare } from '../../find-to-share.ts';
import { channelView } from '../../found-card.ts';
import { knownRunning } from '../../known-running.ts';
import { listener } from '../../listener.ts';
import { lookUpPasted } from '../../look-up.ts';
import { type LinkSharedEvent, linkSharedEvent } from '../../payloads/event.ts';
import type { RequestContext } from '../../request-context.ts';
import { slackErrorOf } from '../../retry-on-rate-limit.ts';
import { type SharedLink, warnOfHostLinks } from './host-link-guard.ts';

/** The same meeting is shown once in a channel for this long, unless it is the same message again. */
const SHOWN_SECONDS = 30 * 60;

/** Slack's errors for a message that is gone or was never to be unfurled: nothing is lost. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'cannot_unfurl_url',
  'cannot_find_message',
  'cannot_unfurl_message',
]);

type Shared = LinkSharedEvent['event'];
type UnfurlOutcome = 'left-alone' | 'shown-recently' | 'unfurled';

/** The links whose meetings are known, and whether others were left alone since too many were pasted. */
interface PastedLinks {
  readonly shared: readonly SharedLink[];
  readonly isThrottled: boolean;
}

/**
 * Links on the app's domains: a compact public card under each meeting's first link, all in one `chat.unfurl`, while they are typed and
 * again when they are sent. A link of no meeting that can be found is left alone. The outcome is `throttled` where at least one link was left alone
 * since too many were pasted, also if others were shown.
 */
export const linkShared = listener({
  payload: linkSharedEvent,
  entryPoint: 'event',
  outcomes: ['left-alone', 'shown-recently', 'throttled', 'unfurled'],
  async listen(context, { event }) {
    const { shared, isThrottled } = await findLinks(context, event);
    if (shared.length === 0) return isThrottled ? 'throttled' : 'left-alone';
    const [unfurled, warned] = await Promise.allSettled([
      unfurl(context, shared, event),
      event.source === 'conversations_history'
        ? warnOfHostLinks(context, shared, event.thread_ts)
        : undefined,
    ]);
    if (unfurled.status === 'rejected') {
      if (warned.status === 'rejected') {
        const { entryPoint, services } = context;
        const fields = { entryPoint, ...failedCall(warned.reason) };
        services.report.failed('answer-failed', warned.reason, fields);
      }
      throw unfurled.reason;
    }
    if (warned.status === 'rejected') throw warned.reason;
    return isThrottled ? 'throttled' : unfurled.value;
  },
});

async function unfurl(
  context: RequestContext,
  shared: readonly SharedLink[],
  event: Shared,
): Promise<UnfurlOutcome> {
  const { channel, messenger, services, settings } = context;
  const shareable = shared.filter(({ found }) => mayShare(found.meeting, settings));
  if (settings.linkPreviews === 'off' || shareable.length === 0) return 'left-alone';
  const isSent = event.source === 'conversations_history';
  // Where a message that is typed will be sent is not known.
  const reach = reachOf(await isExternal(context, isSent ? channel?.id : undefined));
  const unfurls = new Map<string, readonly Block[]>();
  const entities: EntityMetadata[] = [];
  const shown = new Map<string, ShownMeeting>();
  for (const { url, found } of firstOfEach(shareable)) {
    if (isSent && (await wasShownRecently(context, found, event))) continue;
    const view = channelView(found, reach, settings);
    const running = await knownRunning(found, services);
    shown.set(url, { found, running });
    const [words, now] = [wordsIn(settings.locale), secondsOf(services.clock)];
    if (services.workObjects) entities.push(unfurledObject(view, { words, now, url, running }));
    unfurls.set(
      url,
      previewBlocks(view, {
        running,
        words,
        now,
        homeZone: fallbackZone(settings),
        asOf: found.asOf,
        stale: found.freshness === 'stale',
        isFull: settings.linkPreviews === 'full',
      }),
    );
  }
  if (unfurls.size === 0) return 'shown-recently';
  const { unfurl_id: unfurlId, source, message_ts: ts, thread_ts: threadTs } = event;
  const target = { unfurlId, source, ts, threadTs, reach, channel: isSent ? channel?.id : undefined };
  try {
    for (const card of await messenger.unfurl(target, unfurls, withinMetadata(entities))) {
      const meeting = shown.get(card.url);
      if (meeting !== undefined) await services.tracking.follow(meeting, card);
    }
    return 'unfurled';
  } catch (error) {
    const reason = slackErrorOf(error);
    if (reason !== undefined && LEFT_ALONE.has(reason)) return 'left-alone';
    throw error;
  }
}

async function findLinks(context: RequestContext, event: Shared): Promise<PastedLinks> {
  const { linkDomains } = context.settings;
  const pasted = event.links.flatMap(({ url }) => {
    const reference = linkReference(url.replaceAll('&amp;', '&'), linkDomains);
    return reference?.kind === 'link' ? [{ url, reference }] : [];
  });
  const lookups = await Promise.all(
    pasted.map(async ({ url, reference }) => ({
      url,
      key: reference.key,
      found: await lookUpPasted(context, reference, findToShare(context.settings)),
    })),
  );
  return {
    shared: lookups.flatMap(({ url, key, found }) => (found.kind === 'found' ? [{ url, key, found }] : [])),
    isThrottled: lookups.some(({ found }) => found.kind === 'throttled'),
  };
}

function firstOfEach(shared: readonly SharedLink[]): SharedLink[] {
  return [
    ...new Map(shared.toReversed().map((link) => [link.found.meeting.eventId, link])).values(),
  ].reverse();
}

/** Notes that this message shows the meeting, one message at a time over all processes; true where another did within half an hour. */
async function wasShownRecently(
  { services: { store, keys } }: RequestContext,
  { meeting }: FoundMeeting,
  { channel, message_ts }: Shared,
): Promise<boolean> {
  const own = keys.unfurledIn(channel, meeting.eventId, message_ts);
  if (await store.setIfAbsent(keys.unfurled(channel, meeting.eventId), '1', SHOWN_SECONDS)) {
    await store.set(own, '1', SHOWN_SECONDS);
    return false;
  }
  return (await store.get(own)) === undefined;
}
