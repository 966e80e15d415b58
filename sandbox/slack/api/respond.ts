import { violationsOfMessage } from '../../block-kit/message.ts';
import { type Fields, flagAt, isFields } from '../fields.ts';
import { contentOf, postEphemeral, postMessage, remove } from '../state/posting.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import type { Ephemeral, StoredMessage } from '../state/surfaces.ts';
import type { Workspace } from '../state/workspace.ts';
import { rewrite } from './chat-edit.ts';
import { fail, ok, refusal } from './reply.ts';

/**
 * One post to a response URL. It needs no membership; it replaces or deletes only the app's own message that was
 * clicked; what is not `in_channel` only the clicker sees. Source: docs.slack.dev/interactivity/handling-user-interaction
 */
export function respond(slack: Workspace, target: ResponseTarget, body: unknown): Fields {
  if (!isFields(body)) return fail('invalid_payload');
  if (flagAt(body, 'delete_original')) return deleted(slack, target);
  const rules = violationsOfMessage(body);
  const replaces = flagAt(body, 'replace_original');
  const source = replaces ? target.source : undefined;
  if (source?.kind === 'ephemeral' && body.response_type === 'in_channel') {
    rules.push('an ephemeral message cannot be replaced by one in the channel');
  }
  const refused = refusal(slack, 'response_url', rules);
  if (refused !== undefined) return refused;
  if (source === undefined) speak(slack, target, body);
  else replace(source, body);
  return ok();
}

/** A new message where the interaction was: what a command's own answer does too. */
export function speak(slack: Workspace, target: ResponseTarget, body: Fields): StoredMessage | Ephemeral {
  const where = slack.channels.get(target.channelId);
  if (body.response_type === 'in_channel' && where !== undefined) {
    return postMessage(slack, where, slack.identity.botUserId, body, true);
  }
  return postEphemeral(slack, target.channelId, target.userId, body);
}

function replace(source: StoredMessage | Ephemeral, body: Fields): void {
  if (source.kind === 'message') rewrite(source, body);
  else Object.assign(source, contentOf(body));
}

function deleted(slack: Workspace, { source }: ResponseTarget): Fields {
  if (source === undefined) return fail('message_not_found');
  if (source.kind === 'ephemeral') remove(slack.ephemerals, source);
  else remove(slack.channels.get(source.channelId)?.messages ?? [], source);
  return ok();
}
