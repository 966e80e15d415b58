import type { LogFields } from '../ops/log.ts';
import { ReplyError } from './response-url.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';
import { slackMethodOf } from './web-client.ts';

/** For the log: which call of Slack failed, if one did, and Slack's word for why. */
export function failedCall(error: unknown): Pick<LogFields, 'method' | 'reason'> {
  const method = error instanceof ReplyError ? 'response_url' : slackMethodOf(error);
  return { ...(method === undefined ? {} : { method }), reason: slackErrorOf(error) ?? 'unknown' };
}
