import type { IncomingMessage } from 'node:http';
import { formFields } from './form.ts';

/** Slack's largest payloads (a message with its blocks) stay far below. */
const BODY_MAX_BYTES = 1024 * 1024;

/** The body, or undefined as soon as it is, or says that it will be, larger than one megabyte; the rest is then not read. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_MAX_BYTES) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= BODY_MAX_BYTES) return;
      request.off('data', take).pause();
      resolve(undefined);
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.readableEnded) reject(new Error('the request ended before its body'));
    });
  });
}

/** What a request carries: a form, the JSON in a form's `payload`, or JSON; undefined for what is none of them. */
export function parseBody(
  contentType: string | undefined,
  body: Buffer,
): Readonly<Record<string, unknown>> | undefined {
  const text = body.toString('utf8');
  if (!isForm(contentType)) return parseObject(text);
  const fields = formFields(text);
  return fields.payload === undefined ? fields : parseObject(fields.payload);
}

/** Slack's own check of a certificate, sent without a signature (docs.slack.dev, interactivity/implementing-slash-commands). */
export function isSslCheck(contentType: string | undefined, body: Buffer): boolean {
  return (
    isForm(contentType) &&
    body.length < 1000 &&
    body.includes('ssl_check') &&
    new URLSearchParams(body.toString('utf8')).get('ssl_check') === '1'
  );
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
