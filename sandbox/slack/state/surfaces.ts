import { type Fields, listAt } from '../fields.ts';
import { newId } from './clock.ts';

/** What every recorded place with blocks has; `kind` says which it is. */
interface Placed {
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string;
}

export interface StoredMessage extends Placed {
  readonly kind: 'message';
  readonly userId: string;
  text: string;
  blocks: Fields[];
  attachments: Fields[];
  files: Fields[];
  edited: boolean;
  /** It came through a response URL, so no method can change it. */
  readonly isReply: boolean;
  /** By the exact link in the message. */
  readonly unfurls: Map<string, Unfurl>;
}

export interface Ephemeral extends Placed {
  readonly kind: 'ephemeral';
  /** The only person who sees it. */
  readonly userId: string;
  text: string;
  blocks: Fields[];
  attachments: Fields[];
}

/** A link's preview under somebody's message, or, in `COMPOSER`, under a message that is still being typed. */
export interface Unfurl extends Placed {
  readonly kind: 'unfurl';
  readonly url: string;
  readonly attachmentId: number;
  readonly blocks: Fields[];
  readonly content: Fields;
}

export interface StoredView {
  readonly kind: 'modal' | 'home';
  readonly id: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId?: string;
  hash: string;
  blocks: Fields[];
  /** As it was handed in: title, callback_id, private_metadata and the rest. */
  content: Fields;
  /** What the last `response_action: errors` put under the inputs. */
  errors: Record<string, string>;
}

/** Anything that a person can see buttons on. */
export type Surface = StoredMessage | Ephemeral | Unfurl | StoredView;

/** Slack gives an id to each block that came without one, also to those in a container. */
export function withIds(blocks: readonly Fields[]): Fields[] {
  return blocks.map((block) => {
    const inner = listAt(block, 'child_blocks');
    return {
      block_id: newId('B'),
      ...block,
      ...(inner.length === 0 ? {} : { child_blocks: withIds(inner) }),
    };
  });
}
