import type { Card } from '../../../cards/blocks.ts';
import { hostLinkWarning } from '../../../cards/host-link-warning.ts';
import { linkKind } from '../../../core/link-kind.ts';
import type { TeamId } from '../../../core/person.ts';
import type { LinkSharedEvent } from '../../payloads/event.ts';
import { retryOnRateLimit, slackErrorOf } from '../../retry-on-rate-limit.ts';
import type { Services } from '../../services.ts';
import { ASKER_MS } from '../actions/action-listener.ts';
import type { SharedLink } from './link-shared.ts';

/**
 * Whoever pasted a link that makes anyone the host is told so, alone, with the attendee link to use instead: beside the message, or in a
 * direct message where the app is not in the channel.
 */
export async function warnOfHostLinks(
  shared: readonly SharedLink[],
  event: LinkSharedEvent['event'],
  teamId: TeamId,
  services: Services,
): Promise<void> {
  const words = services.wordsOf(await services.users.of({ userId: event.user, teamId }, ASKER_MS));
  for (const { key, found } of shared) {
    const kind = linkKind(found.meeting, key);
    if (kind === 'open') continue;
    const { title, attendeeLink } = found.meeting;
    await tell(event, hostLinkWarning({ kind, title, attendeeLink }, words), services);
  }
}

async function tell(
  { channel, user, thread_ts }: LinkSharedEvent['event'],
  card: Card,
  { client }: Services,
): Promise<void> {
  const message = { text: card.text, blocks: card.blocks };
  try {
    await retryOnRateLimit(() =>
      client.chat.postEphemeral({
        channel,
        user,
        ...message,
        ...(thread_ts === undefined ? {} : { thread_ts }),
      }),
    );
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
    const opened = await client.conversations.open({ users: user });
    const direct = opened.channel?.id;
    if (direct !== undefined)
      await retryOnRateLimit(() =>
        client.chat.postMessage({ channel: direct, ...message, unfurl_links: false }),
      );
  }
}
