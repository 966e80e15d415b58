import * as v from 'valibot';

/** The message that a modal was opened from, as the modal remembers it (`private_metadata`, at most 3,000 characters). */
export interface ModalMetadata {
  readonly channelId: string;
  /** The thread to post in: the message's own, or the message itself. */
  readonly threadTs: string;
  readonly responseUrl: string;
}

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ channelId: v.string(), threadTs: v.string(), responseUrl: v.pipe(v.string(), v.url()) }),
);

export function writeModalMetadata(memory: ModalMetadata): string {
  return JSON.stringify(memory);
}

export function readModalMetadata(metadata: string | undefined): ModalMetadata | undefined {
  const read = v.safeParse(schema, metadata);
  return read.success ? read.output : undefined;
}
