import type { Fields } from '../fields.ts';
import { scene } from './common.ts';

interface Typed {
  readonly urls: readonly string[];
  readonly userId: string;
  readonly userLocale?: string;
  readonly eventTs: string;
  readonly unfurlId: string;
}

interface Posted extends Typed {
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly isBotMember: boolean;
}

const usual: Posted = {
  urls: ['https://qsh1.cn/r/1'],
  userId: scene.user.id,
  eventTs: scene.ts,
  unfurlId: 'C0TEAM-1767225600.000100-0123456789abcdef',
  channelId: scene.channel.id,
  ts: scene.ts,
  isBotMember: true,
};

/** A message with links was sent. Its text is not told. Source: docs.slack.dev/reference/events/link_shared */
export function linkShared(varied: Partial<Posted> = {}): Fields {
  const given: Posted = { ...usual, ...varied };
  return {
    type: 'link_shared',
    user: given.userId,
    channel: given.channelId,
    message_ts: given.ts,
    ...(given.threadTs === undefined ? {} : { thread_ts: given.threadTs }),
    links: given.urls.map((url) => ({ domain: new URL(url).hostname, url })),
    source: 'conversations_history',
    unfurl_id: given.unfurlId,
    is_bot_user_member: given.isBotMember,
    ...(given.userLocale === undefined ? {} : { user_locale: given.userLocale }),
    event_ts: given.eventTs,
  };
}

/** Links are being typed: there is no channel yet, and the message's timestamp is the unfurl's id. */
export function linkTyped(varied: Partial<Typed> = {}): Fields {
  const unfurlId = varied.unfurlId ?? usual.unfurlId;
  return {
    ...linkShared({ ...varied, unfurlId, channelId: 'COMPOSER', ts: unfurlId, isBotMember: false }),
    source: 'composer',
  };
}
