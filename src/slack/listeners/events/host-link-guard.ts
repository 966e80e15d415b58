import type { Card } from '../../../cards/blocks.ts';
import { hostLinkWarning } from '../../../cards/host-link-warning.ts';
import { slackBlocks } from '../../../cards/readonly-blocks.ts';
import { viewTitle } from '../../../cards/view-title.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import type { LinkKey } from '../../../core/link-key.ts';
import { linkKind } from '../../../core/link-kind.ts';
import { privateView } from '../../found-card.ts';
import type { RequestContext } from '../../request-context.ts';
import { retryOnRateLimit, slackErrorOf } from '../../retry-on-rate-limit.ts';
import { PROFILE_MS } from '../../time-limits.ts';

/** A link of a message, as it was written, and the meeting that it opens. */
export interface SharedLink {
  readonly url: string;
  readonly key: LinkKey;
  readonly found: FoundMeeting;
}

/**
 * Warns the person who pasted a link that makes anyone the host, and nobody else, with the attendee link to use instead: beside the message,
 * or in a direct message where the app is not in the channel.
 */
export async function warnOfHostLinks(
  context: RequestContext,
  shared: readonly SharedLink[],
  threadTs: string | undefined,
): Promise<void> {
  const profile = await context.profile(PROFILE_MS);
  const words = context.wordsOf(profile);
  for (const { key, found } of shared) {
    const kind = linkKind(found.meeting, key);
    if (kind === 'open') continue;
    const own = privateView(found, profile.viewer, context.settings);
    const title = viewTitle(own, words);
    const attendeeLink = own.audience === 'limited' ? undefined : own.attendeeLink;
    await tell(context, hostLinkWarning({ kind, title, attendeeLink }, words), threadTs);
  }
}

async function tell(
  { actor, channel, client, messenger }: RequestContext,
  card: Card,
  threadTs: string | undefined,
): Promise<void> {
  const user = actor.userId;
  if (channel === undefined) return void (await messenger.postToUser(user, card));
  const message = {
    channel: channel.id,
    user,
    text: card.text,
    blocks: slackBlocks(card.blocks),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
  try {
    await retryOnRateLimit(() => client.chat.postEphemeral(message));
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
    await messenger.postToUser(user, card);
  }
}
