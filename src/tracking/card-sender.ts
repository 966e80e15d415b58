import type { Card } from '../cards/blocks.ts';
import type { Block } from '../cards/readonly-blocks.ts';
import type { ChannelId } from '../core/channel.ts';
import type { SlackUserId } from '../core/person.ts';
import type { MessageCard, PostedCard, UnfurledCard } from '../core/posted-card.ts';

/**
 * What came of sending something (docs.slack.dev, the errors of `chat.update`, `chat.unfurl` and `chat.postMessage`). `gone`: it cannot be
 * sent there any more; `uninstalled`: nothing can be sent to this installation; `limited`: Slack takes no call of this kind for so long;
 * `retry`: Slack did not do it, and may later; `unknown`: no answer, so it may have been done; `invalid`: a fault of this app.
 */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'limited'; readonly afterMs: number }
  | { readonly kind: 'retry' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly reason: string };

export type NotSent = Exclude<Sent, { readonly kind: 'sent' }>;

export type Opened = { readonly kind: 'opened'; readonly channel: ChannelId } | NotSent;

/** Sends into the conversations of one tenant. Each call is made once and never rejects. */
export interface CardSender {
  /** Replaces a card that was posted. */
  update(posted: MessageCard, card: Card): Promise<Sent>;
  /** Replaces the card under a link. */
  unfurl(posted: UnfurledCard, blocks: readonly Block[]): Promise<Sent>;
  /** Replies in the thread of the card's message. */
  note(posted: PostedCard, card: Card): Promise<Sent>;
  /** Opens the conversation with one person. To open it again gives the same one. */
  openDirect(userId: SlackUserId): Promise<Opened>;
  /** Posts a message of its own. */
  post(channel: ChannelId, card: Card): Promise<Sent>;
}
