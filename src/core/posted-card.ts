import type { ChannelId, Reach } from './channel.ts';
import type { SlackUserId } from './person.ts';

/** A message of the app's own with a card, by the ids that are needed to change it. */
export interface MessageCard {
  readonly kind: 'message';
  readonly channel: ChannelId;
  /** The timestamp of the message, which is its id in the channel. */
  readonly ts: string;
  /** The message that it replies to. */
  readonly threadTs: string | undefined;
  readonly sharedBy: SlackUserId | undefined;
  /** Who read the channel when it was posted: an update shows them no more. */
  readonly reach: Reach;
}

/** A card under one link of somebody's message. */
export interface UnfurledCard {
  readonly kind: 'unfurl';
  readonly channel: ChannelId;
  /** Of the message with the link. */
  readonly ts: string;
  readonly threadTs: string | undefined;
  /** The link as it is written in the message. */
  readonly url: string;
  readonly reach: Reach;
}

/** A card in a conversation of one tenant. */
export type PostedCard = MessageCard | UnfurledCard;
