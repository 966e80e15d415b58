import { webApi } from '@slack/bolt';
import type { Sent } from '../tracking/card-sender.ts';

/**
 * Slack's errors that say that nothing can be sent there any more: a message that was deleted or is not the app's, a channel that was archived
 * or left, a link that was edited away, a thread that takes no replies (docs.slack.dev, reference/methods: chat.update, chat.unfurl,
 * chat.postMessage).
 */
const GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cannot_find_message',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'is_archived',
  'channel_not_found',
  'cannot_find_channel',
  'not_in_channel',
  'cannot_unfurl_message',
  'cannot_unfurl_url',
  'cannot_reply_to_message',
  'thread_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'user_not_found',
  'user_disabled',
  'team_access_not_granted',
  'ekm_access_denied',
  'no_permission',
]);

const UNINSTALLED: ReadonlySet<string> = new Set([
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'cannot_find_service',
  'org_login_required',
]);

/** A fault of this app: what it sent breaks a rule of Slack's. */
const INVALID =
  /^(?:invalid_(?:blocks|attachments|arguments|arg_name|unfurls_format)|blocks_|msg_|block_mismatch|missing_|no_text|unknown_method)/;

/** Makes one call of Slack's Web API and says what came of it. Never rejects. */
export async function sentBy(call: () => Promise<unknown>): Promise<Sent> {
  try {
    await call();
    return { kind: 'sent' };
  } catch (error) {
    return sentOf(error);
  }
}

/** What an error of a call means; errors that are not Slack's own answer leave open whether it was done. */
export function sentOf(error: unknown): Sent {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'limited', afterMs: error.retryAfter * 1000 };
  if (!(error instanceof webApi.WebAPIPlatformError)) return { kind: 'unknown' };
  const reason = error.data.error;
  if (reason === 'ratelimited') return { kind: 'limited', afterMs: 60_000 };
  if (GONE.has(reason)) return { kind: 'gone' };
  if (UNINSTALLED.has(reason)) return { kind: 'uninstalled' };
  return INVALID.test(reason) ? { kind: 'invalid', reason } : { kind: 'retry' };
}
