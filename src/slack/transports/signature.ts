import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 5 * 60;

/** The two signature headers of a request, in the right form. They prove nothing before they are compared with the body. */
export interface Signature {
  readonly timestamp: string;
  readonly signature: string;
}

/**
 * The signature headers, or undefined where one is missing, malformed, or more than five minutes off, into the past or the future
 * (docs.slack.dev, authentication/verifying-requests-from-slack). Needs no body, so that what cannot be from Slack is not read.
 */
export function signatureOf(
  timestamp: string | undefined,
  signature: string | undefined,
  nowMs: number,
): Signature | undefined {
  if (timestamp === undefined || !/^[0-9]{1,12}$/.test(timestamp)) return undefined;
  if (signature === undefined || !/^v0=[0-9a-f]{64}$/.test(signature)) return undefined;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return undefined;
  return { timestamp, signature };
}

/** Whether the signature is this body's: `v0=` and the hex HMAC-SHA-256 of `v0:{timestamp}:{body}`, compared in constant time. */
export function isSignatureOf(
  body: Buffer,
  { timestamp, signature }: Signature,
  secret: string | KeyObject,
): boolean {
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return timingSafeEqual(Buffer.from(signature), Buffer.from(`v0=${hmac}`));
}
