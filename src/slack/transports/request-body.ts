import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { BodiesInFlight } from './bodies-in-flight.ts';
import { formFields } from './form.ts';

/** Slack's largest payloads (a message with its blocks) are far smaller. */
const BODY_MAX_BYTES = 1024 * 1024;

/** The check of a certificate is a form of two short fields. */
const SSL_CHECK_MAX_BYTES = 999;

/** Why there is no body: it is over one megabyte, or its length says so; other bodies needed the memory; the client disconnected. */
export type NoBody = 'too-large' | 'overload' | 'aborted';

/** The body, or why there is none, as soon as that is certain; the rest is then not read. */
export function readBody(request: IncomingMessage, bodies: BodiesInFlight): Promise<Buffer | NoBody> {
  if (declaredLength(request.headers) > BODY_MAX_BYTES) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    let buffer: Buffer = Buffer.alloc(0);
    let size = 0;
    const memory = bodies.admit(() => giveUp('overload'));
    const take = (chunk: Buffer): void => {
      if (size + chunk.length > BODY_MAX_BYTES) {
        giveUp('too-large');
        return;
      }
      buffer = appended(buffer, size, chunk);
      size += chunk.length;
      memory.resize(buffer.length);
    };
    const giveUp = (why: NoBody): void => {
      memory.release();
      buffer = Buffer.alloc(0);
      request.off('data', take);
      resolve(why);
    };
    request.on('data', take);
    request.once('end', () => {
      memory.release();
      resolve(buffer.subarray(0, size));
    });
    request.once('error', () => giveUp('aborted'));
    request.once('close', () => {
      if (!request.readableEnded) giveUp('aborted');
    });
  });
}

/**
 * The buffer with a chunk after its first `size` bytes. A body of one chunk is not copied. More chunks are copied together: a list of them
 * would take a hundred times the memory where a client sends single bytes.
 */
function appended(buffer: Buffer, size: number, chunk: Buffer): Buffer {
  if (size === 0) return chunk;
  const needed = size + chunk.length;
  if (needed > buffer.length) {
    const wider = Buffer.allocUnsafe(Math.min(2 * needed, BODY_MAX_BYTES));
    buffer.copy(wider, 0, 0, size);
    chunk.copy(wider, size);
    return wider;
  }
  chunk.copy(buffer, size);
  return buffer;
}

/** The payload of a request: a form, the JSON in a form's `payload`, or JSON; undefined for anything else. */
export function parseBody(
  contentType: string | undefined,
  body: Buffer,
): Readonly<Record<string, unknown>> | undefined {
  const text = body.toString('utf8');
  if (!isForm(contentType)) return parseObject(text);
  const fields = formFields(text);
  return fields.payload === undefined ? fields : parseObject(fields.payload);
}

/** Whether the headers are those of a form that is short enough for Slack's check of a certificate, which comes without a signature. */
export function mayBeSslCheck(headers: IncomingHttpHeaders): boolean {
  return (
    headers['content-length'] !== undefined &&
    declaredLength(headers) <= SSL_CHECK_MAX_BYTES &&
    isForm(headers['content-type'])
  );
}

/** Slack's own check of a certificate (docs.slack.dev, interactivity/implementing-slash-commands). */
export function isSslCheck(headers: IncomingHttpHeaders, body: Buffer): boolean {
  return (
    mayBeSslCheck(headers) &&
    body.includes('ssl_check') &&
    new URLSearchParams(body.toString('utf8')).get('ssl_check') === '1'
  );
}

function declaredLength(headers: IncomingHttpHeaders): number {
  return Number(headers['content-length'] ?? 0);
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
