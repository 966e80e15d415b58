import { type Card, context as contextBlock } from '../cards/blocks.ts';
import { Mrkdwn, mrkdwn } from '../cards/mrkdwn.ts';
import type { Words } from '../cards/words/words.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import type { ChannelId, Reach } from '../core/channel.ts';
import type { ShownMeeting } from '../tracking/followers.ts';
import { foundCard } from './found-card.ts';
import { knownRunning } from './known-running.ts';
import type { RequestContext } from './request-context.ts';
import { isRateLimited, slackErrorOf } from './retry-on-rate-limit.ts';
import { UNKNOWN_PROFILE } from './user-directory.ts';

/** Where a person shares a card. `responseUrl`: where the app may not post, the card goes that way. */
export interface ShareTarget {
  readonly channel: ChannelId | undefined;
  readonly threadTs: string | undefined;
  readonly responseUrl: string;
  /** Who reads the channel. */
  readonly reach: Reach;
}

/** `follows`: the app posted the card, which follows its meeting. `stands`: it came through the response URL, so nobody can change it. */
export type Shared = 'follows' | 'stands';

/**
 * Shares the public card in the actor's name. Rejects where it is not known whether Slack posted it: to try the other way could show it twice.
 */
export async function shareCard(
  context: RequestContext,
  found: FoundMeeting,
  target: ShareTarget,
): Promise<Shared> {
  const { actor, services } = context;
  const { channel, threadTs, responseUrl, reach } = target;
  const surface = { kind: 'shared', sharedBy: actor.userId, reach } as const;
  const running = await knownRunning(found, services);
  const settings = await services.tenantSettings.in(channel);
  const card = foundCard(found, UNKNOWN_PROFILE, surface, { settings, services }, { running });
  if (channel !== undefined && (await isPosted(context, { found, running }, card, channel, target)))
    return 'follows';
  await services.reply(responseUrl, { card, to: 'channel', replaces: false, threadTs });
  return 'stands';
}

/** What the person who shared a card is told where it does not follow its meeting. */
export function standsNotice(words: Words): Card {
  const text = mrkdwn`:information_source: ${Mrkdwn.ours(words.willNotUpdate)}`;
  return { blocks: [contextBlock(text)], text: words.willNotUpdate };
}

/** Shares it, and tells the person where it does not follow its meeting. */
export async function shareAndTell(
  context: RequestContext,
  found: FoundMeeting,
  words: Words,
  target: ShareTarget,
): Promise<Shared> {
  const shared = await shareCard(context, found, target);
  if (shared === 'stands') {
    const { responseUrl, threadTs } = target;
    const card = standsNotice(words);
    await context.services.reply(responseUrl, { card, to: 'user', replaces: false, threadTs });
  }
  return shared;
}

/** False where Slack certainly did not post it. */
async function isPosted(
  { messenger, services, actor }: RequestContext,
  shown: ShownMeeting,
  card: Card,
  channel: ChannelId,
  { threadTs, reach }: ShareTarget,
): Promise<boolean> {
  try {
    const posted = await messenger.post(channel, card, threadTs);
    if (posted !== undefined) {
      const place = { kind: 'message', ...posted, threadTs, sharedBy: actor.userId, reach } as const;
      await services.tracking.follow(shown, place);
    }
    return true;
  } catch (error) {
    if (slackErrorOf(error) === undefined && !isRateLimited(error)) throw error;
    return false;
  }
}
