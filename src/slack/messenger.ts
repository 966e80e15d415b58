import type { webApi } from '@slack/bolt';
import type { EntityMetadata } from '@slack/types';
import type { Card } from '../cards/blocks.ts';
import { type Block, slackBlocks } from '../cards/readonly-blocks.ts';
import { type ChannelId, isChannelId, type Reach } from '../core/channel.ts';
import type { SlackUserId } from '../core/person.ts';
import type { UnfurledCard } from '../core/posted-card.ts';
import { retryOnRateLimit, slackErrorOf, slackMessagesOf } from './retry-on-rate-limit.ts';
import type { SlackClients } from './slack-client.ts';

/** A message of the app's own, by the ids that are needed to change it. */
export interface PostedMessage {
  readonly channel: ChannelId;
  /** The timestamp of the message, which is its id in the channel. */
  readonly ts: string;
}

/** A message whose links are unfurled. While it is typed it has no channel. */
export interface UnfurlTarget {
  readonly unfurlId: string;
  readonly source: 'composer' | 'conversations_history';
  readonly channel: ChannelId | undefined;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly reach: Reach;
}

/** What a flexpane shows. */
export type FlexpaneDetails = Pick<webApi.EntityPresentDetailsArguments, 'metadata' | 'error'>;

export interface MessengerOptions extends SlackClients {
  /** Told what Slack left out of entities, or why it refused them. */
  readonly onRemarks?: (remarks: readonly string[]) => void;
}

/** Puts cards into conversations with the token of one installation. Rejects with Slack's error; waits where Slack limits calls. */
export interface Messenger {
  /** Undefined where Slack does not name the message. */
  post(channel: ChannelId, card: Card, threadTs?: string): Promise<PostedMessage | undefined>;
  /**
   * Unfurls by the URLs as they are written in the message. For a message that is being typed, the result is empty: it has no id yet. If
   * Slack refuses it with the entities, the previews alone are sent.
   */
  unfurl(
    target: UnfurlTarget,
    unfurls: ReadonlyMap<string, readonly Block[]>,
    entities?: readonly EntityMetadata[],
  ): Promise<readonly UnfurledCard[]>;
  /** Fills the flexpane that a trigger opened, or says in it why there is nothing. */
  presentDetails(triggerId: string, details: FlexpaneDetails): Promise<void>;
  /** Deletes a message of the app's own. */
  remove(posted: PostedMessage): Promise<void>;
  /** The conversation of the app with one person; undefined where Slack opens none. */
  directChannel(userId: SlackUserId): Promise<ChannelId | undefined>;
  /** Posts to one person; undefined where Slack opens no conversation with them. */
  postToUser(userId: SlackUserId, card: Card): Promise<PostedMessage | undefined>;
}

/** Links of a card are not unfurled: they would show a second card under the first. */
export const NO_UNFURLS = { unfurl_links: false, unfurl_media: false };

/** Slack's errors for entities that it does not take; the preview itself may be in order. */
const OF_ENTITIES = new Set([
  'error_processing_metadata',
  'invalid_arguments',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
]);

export function messenger({ client, once, onRemarks = () => {} }: MessengerOptions): Messenger {
  async function post(channel: ChannelId, card: Card, threadTs?: string): Promise<PostedMessage | undefined> {
    const message = {
      channel,
      text: card.text,
      blocks: slackBlocks(card.blocks),
      ...NO_UNFURLS,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    };
    const answer = await retryOnRateLimit(() => once.chat.postMessage(message));
    const { ts } = answer;
    return ts === undefined ? undefined : { channel: channelOf(answer.channel) ?? channel, ts };
  }

  async function directChannel(userId: SlackUserId): Promise<ChannelId | undefined> {
    const opened = await client.conversations.open({ users: userId });
    return channelOf(opened.channel?.id);
  }

  function remark(remarks: readonly string[] | undefined): void {
    if (remarks !== undefined && remarks.length > 0) onRemarks(remarks);
  }

  return {
    post,
    directChannel,
    async presentDetails(trigger_id, details) {
      try {
        const { response_metadata } = await client.entity.presentDetails({ trigger_id, ...details });
        remark(response_metadata?.messages);
      } catch (error) {
        remark(slackMessagesOf(error));
        throw error;
      }
    },
    async remove({ channel, ts }) {
      await retryOnRateLimit(() => client.chat.delete({ channel, ts }));
    },
    async unfurl({ unfurlId, source, channel, ts, threadTs, reach }, unfurls, entities = []) {
      const byUrl = Object.fromEntries(
        [...unfurls].map(([url, blocks]) => [url, { blocks: slackBlocks(blocks) }]),
      );
      const plainly = { unfurl_id: unfurlId, source, unfurls: byUrl };
      const send = async (given: webApi.ChatUnfurlArguments): Promise<void> => {
        const { response_metadata } = await retryOnRateLimit(() => client.chat.unfurl(given));
        remark(response_metadata?.messages);
      };
      const metadata = { entities: [...entities] };
      if (entities.length === 0) await send(plainly);
      else
        await send({ ...plainly, metadata }).catch((error: unknown) => {
          const reason = slackErrorOf(error);
          if (reason === undefined || !OF_ENTITIES.has(reason)) throw error;
          remark([reason, ...slackMessagesOf(error)]);
          return send(plainly);
        });
      if (channel === undefined) return [];
      return [...unfurls.keys()].map((url) => ({ kind: 'unfurl', channel, ts, threadTs, url, reach }));
    },
    async postToUser(userId, card) {
      const channel = await directChannel(userId);
      return channel === undefined ? undefined : post(channel, card);
    },
  };
}

function channelOf(id: string | undefined): ChannelId | undefined {
  return id !== undefined && isChannelId(id) ? id : undefined;
}
