const PREFIX = 'shared-by:';

/** The block id that remembers, on a shared card, who shared it: a refresh builds the card anew and names them again. */
export function sharedByBlockId(userId: string): string {
  return `${PREFIX}${userId}`;
}

/** Who shared the card with these blocks, if it says. It decides nothing but a name on the card. */
export function sharerOf(blocks: readonly { readonly block_id?: string | undefined }[]): string | undefined {
  const blockId = blocks.map(({ block_id }) => block_id ?? '').find((id) => id.startsWith(PREFIX));
  return blockId?.slice(PREFIX.length);
}
