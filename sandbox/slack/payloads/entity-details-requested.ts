import type { Fields } from '../fields.ts';
import { scene } from './common.ts';

interface Given {
  readonly userId: string;
  readonly userLocale: string;
  readonly triggerId: string;
  /** The entity's own address, as the app gave it. */
  readonly url: string;
  /** The link in the message. */
  readonly unfurlUrl: string;
  readonly externalRef: Fields;
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly eventTs: string;
}

const usual: Given = {
  userId: scene.user.id,
  userLocale: 'en-US',
  triggerId: scene.triggerId,
  url: 'https://qsh1.cn/r/1',
  unfurlUrl: 'https://qsh1.cn/r/1',
  externalRef: { id: '649128', type: 'meeting' },
  channelId: scene.channel.id,
  ts: scene.ts,
  eventTs: scene.ts,
};

/** Somebody opened the flexpane of a Work Object under a message. Source: docs.slack.dev/reference/events/entity_details_requested */
export function entityDetailsRequested(varied: Partial<Given> = {}): Fields {
  const given: Given = { ...usual, ...varied };
  return {
    type: 'entity_details_requested',
    user: given.userId,
    trigger_id: given.triggerId,
    external_ref: given.externalRef,
    entity_url: given.url,
    link: { url: given.unfurlUrl, domain: new URL(given.unfurlUrl).hostname },
    app_unfurl_url: given.unfurlUrl,
    user_locale: given.userLocale,
    channel: given.channelId,
    message_ts: given.ts,
    ...(given.threadTs === undefined ? {} : { thread_ts: given.threadTs }),
    event_ts: given.eventTs,
  };
}
