import * as v from 'valibot';
import type { ChannelId } from '../core/channel.ts';
import { channelId } from './payloads/ids.ts';

/** The message that a modal was opened from; the modal carries it (`private_metadata`, at most 3,000 characters). */
export interface ModalMetadata {
  readonly channelId: ChannelId;
  /** The thread to post in: the message's own, or the message itself. */
  readonly threadTs: string;
  readonly responseUrl: string;
}

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    channelId,
    threadTs: v.string(),
    responseUrl: v.pipe(v.string(), v.url()),
  }),
);

export function writeModalMetadata(metadata: ModalMetadata): string {
  return JSON.stringify(metadata);
}

export function readModalMetadata(metadata: string | undefined): ModalMetadata | undefined {
  const read = v.safeParse(schema, metadata);
  return read.success ? read.output : undefined;
}
