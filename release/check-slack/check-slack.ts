import { setTimeout as after } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { surfaces } from './surfaces.ts';
import type { Validated } from './validated.ts';

export interface CheckOptions {
  readonly token: string | undefined;
  /** Where the Web API is, if not at Slack. */
  readonly apiUrl: string | undefined;
  readonly nowMs: number;
  readonly write: (line: string) => void;
}

/** Of the process: all was taken, something was refused, or nothing could be asked. */
export type ExitCode = 0 | 1 | 2;

interface Refusal {
  readonly pointer: string;
  readonly reason: string;
}

/** Sends every sample surface through Slack's `blocks.validate`, and writes a line with the JSON pointer of each part that it refuses. */
export async function checkSlack({ token, apiUrl, nowMs, write }: CheckOptions): Promise<ExitCode> {
  if (token === undefined || token === '') {
    write('SLACK_BOT_TOKEN is not set: a bot token of any workspace is needed, and no scope.');
    return 2;
  }
  const options = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const client = new webApi.WebClient(token, { ...options, rejectRateLimitedCalls: true });
  const all = surfaces(nowMs);
  let refused = 0;
  for (const { name, payload } of all) {
    const refusals = await validated(client, payload);
    if (refusals === undefined) {
      write('Slack does not take the token, or does not answer.');
      return 2;
    }
    if (refusals.length > 0) refused += 1;
    for (const { pointer, reason } of refusals) write(`${name}: ${pointer} ${reason}`);
  }
  write(`${all.length} surfaces, ${refused} refused`);
  return refused === 0 ? 0 : 1;
}

/** One of the errors that Slack answers with. */
interface SlackError {
  readonly pointer?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Undefined where Slack gives no verdict. */
async function validated(
  client: webApi.WebClient,
  payload: Validated,
): Promise<readonly Refusal[] | undefined> {
  try {
    const { errors = [] } = await client.blocks.validate(argumentsOf(payload));
    return errors.map(refusalOf);
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) {
      await after(error.retryAfter * 1000);
      return validated(client, payload);
    }
    if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
    const code = error.data.error;
    return OF_TOKEN.has(code) ? undefined : [{ pointer: '/', reason: code }];
  }
}

/** Errors that say nothing of the payload. */
const OF_TOKEN = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);

function argumentsOf(payload: Validated): webApi.BlocksValidateArguments {
  if ('view' in payload) return { view: payload.view };
  const { blocks, attachments } = payload.message;
  return { message: { ...(blocks ? { blocks } : {}), ...(attachments ? { attachments } : {}) } };
}

function refusalOf({ pointer = '/', code = '', message = '' }: SlackError): Refusal {
  return { pointer, reason: `${code} ${message}`.trim() };
}
