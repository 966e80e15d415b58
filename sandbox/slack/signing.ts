import { createHmac } from 'node:crypto';

/**
 * The two headers with which Slack proves that a request is its own: HMAC-SHA256 over `v0:timestamp:raw body`.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signedHeaders(secret: string, rawBody: string, timestampSeconds: number) {
  const digest = createHmac('sha256', secret).update(`v0:${timestampSeconds}:${rawBody}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestampSeconds), 'x-slack-signature': `v0=${digest}` };
}
