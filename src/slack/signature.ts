import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 5 * 60;

/** What Slack signs: the two headers, and the body as it came. */
export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/**
 * Whether Slack sent this (docs.slack.dev, authentication/verifying-requests-from-slack): `v0=` and the hex HMAC-SHA-256 of
 * `v0:{timestamp}:{body}`, compared in constant time, with a timestamp at most five minutes off, into the past or the future.
 */
export function isFromSlack(
  { timestamp, signature, body }: SignedRequest,
  secret: string | KeyObject,
  nowMs: number,
): boolean {
  if (timestamp === undefined || signature === undefined || !/^[0-9]{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const expected = Buffer.from(`v0=${hmac}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
