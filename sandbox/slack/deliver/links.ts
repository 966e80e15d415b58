import { linksIn } from '../api/chat-unfurl.ts';
import { linkShared, linkTyped } from '../payloads/link-shared.ts';
import { newSecret } from '../state/clock.ts';
import { postMessage } from '../state/posting.ts';
import type { StoredMessage } from '../state/surfaces.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Desk } from './desk.ts';
import { type EventAnswer, sendEvent } from './event.ts';

export interface SayGiven {
  readonly text: string;
  readonly userId?: string;
  readonly channelId?: string;
  readonly threadTs?: string;
}

/** Someone writes in a channel. Links are put in angle brackets, as Slack does with what people type. */
export function say(slack: Workspace, given: SayGiven): StoredMessage {
  const { text, userId = 'U0HAN', channelId = 'C0TEAM', threadTs } = given;
  const where = slack.channels.get(channelId);
  if (where === undefined) throw new Error(`There is no channel ${channelId}.`);
  const bare = /(?<![<|\w])https?:\/\/[^\s<>|]+/g;
  const escaped = text.replace(bare, (url) => `<${url.replaceAll(/&(?!amp;)/g, '&amp;')}>`);
  return postMessage(slack, where, userId, {
    text: escaped,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  });
}

interface LinksGiven {
  readonly appUrl: string;
  readonly eventId?: string;
}

export interface LinkAnswer extends EventAnswer {
  readonly unfurlId: string;
}

/** Tells the app of the links in a message that was sent. */
export async function shareLinks(
  desk: Desk,
  given: LinksGiven & { message: StoredMessage },
): Promise<LinkAnswer> {
  const { slack } = desk;
  const { message, appUrl, ...rest } = given;
  const { channelId, ts, threadTs, userId } = message;
  const urls = linksIn(message.text);
  const unfurlId = `${channelId}-${ts}-${newSecret()}`;
  slack.links.set(unfurlId, { source: 'conversations_history', urls, channelId, ts });
  const event = linkShared({
    urls,
    unfurlId,
    userId,
    channelId,
    ts,
    ...(threadTs === undefined ? {} : { threadTs }),
    isBotMember: slack.channels.get(channelId)?.members.has(slack.identity.botUserId) ?? false,
    ...localeOf(slack, userId),
    eventTs: slack.nextTs(),
  });
  return { ...(await sendEvent(desk, { appUrl, event, ...rest })), unfurlId };
}

/** Tells the app of links that somebody is typing; previews then come under `unfurl_id` alone. */
export async function typeLinks(
  desk: Desk,
  given: LinksGiven & { urls: readonly string[]; userId?: string },
) {
  const { slack } = desk;
  const { appUrl, urls, userId = 'U0HAN', ...rest } = given;
  const unfurlId = `COMPOSER-${newSecret()}`;
  slack.links.set(unfurlId, { source: 'composer', urls, channelId: 'COMPOSER', ts: unfurlId });
  const event = linkTyped({ urls, unfurlId, userId, ...localeOf(slack, userId), eventTs: slack.nextTs() });
  return { ...(await sendEvent(desk, { appUrl, event, ...rest })), unfurlId };
}

function localeOf({ people }: Workspace, userId: string) {
  const userLocale = people.get(userId)?.locale;
  return userLocale === undefined ? {} : { userLocale };
}
