import { context } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Context } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

const PREFIX = 'shared-by:';

/** The id of the block that names who shared a card. A refresh reads it, since it renders the card again. */
function sharedByBlockId(userId: string): string {
  return `${PREFIX}${userId}`;
}

/** The line that names who shared a card; undefined where nobody did. */
export function sharedByContext(userId: string | undefined, words: Words): Context | undefined {
  if (userId === undefined) return undefined;
  const line = context(mrkdwn`${words.sharedBy} ${Mrkdwn.user(userId)}`);
  return { ...line, block_id: sharedByBlockId(userId) };
}

/** The user id of who shared the card with these blocks, if any. It decides only the name on the card. */
export function sharerOf(blocks: readonly { readonly block_id?: string | undefined }[]): string | undefined {
  const blockId = blocks.map(({ block_id }) => block_id ?? '').find((id) => id.startsWith(PREFIX));
  return blockId?.slice(PREFIX.length);
}
