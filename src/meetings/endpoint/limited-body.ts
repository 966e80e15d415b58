/** Five megabytes: no meeting is larger, and an endless body must end somewhere. */
export const BODY_MAX_BYTES = 5 * 1024 * 1024;

/** The body as UTF-8 text, or undefined as soon as it grows over the limit; the rest is then not read. */
export async function limitedText(
  response: Response,
  maxBytes: number = BODY_MAX_BYTES,
): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
