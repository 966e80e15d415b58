import type { IncomingMessage } from 'node:http';
import { type Fields, isFields, parseJson } from '../fields.ts';

export async function rawBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Arguments that Slack takes as JSON even in a form. */
const STRUCTURED = new Set([
  'attachments',
  'blocks',
  'files',
  'message',
  'error',
  'metadata',
  'unfurls',
  'user_auth_blocks',
  'view',
]);

/** A Web API call's arguments, from a form, JSON or the query, with the token apart from them. */
export function readArguments(
  request: IncomingMessage,
  raw: Buffer,
): { args: Fields; token: string | undefined } {
  const text = raw.toString('utf8');
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  const json = isJson ? parseJson(text) : undefined;
  const query = new URL(request.url ?? '/', 'http://slack').searchParams;
  const given = {
    ...Object.fromEntries(query),
    ...(isFields(json) ? json : Object.fromEntries(new URLSearchParams(text))),
  };
  const { token: inBody, ...rest } = given;
  const args = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, structured(name, value)]),
  );
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return { args, token: bearer ?? (typeof inBody === 'string' ? inBody : undefined) };
}

/** What does not parse stays text, so that the rules can say that it is not a list or an object. */
const structured = (name: string, value: unknown): unknown =>
  STRUCTURED.has(name) && typeof value === 'string' ? (parseJson(value) ?? value) : value;

/** The file in an upload: the body as it is, or what a multipart form contains. */
export async function uploadedFile(request: IncomingMessage, raw: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return raw;
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? raw : Buffer.from(await file.arrayBuffer());
}
