const PREFIX = 'shared-by:';

/** The id of the block that names who shared a card. A refresh reads it, since it renders the card again. */
export function sharedByBlockId(userId: string): string {
  return `${PREFIX}${userId}`;
}

/** The user id of who shared the card with these blocks, if any. It decides only the name on the card. */
export function sharerOf(blocks: readonly { readonly block_id?: string | undefined }[]): string | undefined {
  const blockId = blocks.map(({ block_id }) => block_id ?? '').find((id) => id.startsWith(PREFIX));
  return blockId?.slice(PREFIX.length);
}
