import { type Fields, textAt } from '../fields.ts';
import { type Channel, channel } from '../state/channels.ts';
import { newId } from '../state/clock.ts';
import { userObject } from '../state/people.ts';
import { fail, type Method, ok } from './reply.ts';

export const authTest: Method = (_args, { identity }) =>
  ok({
    url: `https://${identity.teamDomain}.slack.com/`,
    team: identity.teamName,
    user: 'meetingcards',
    team_id: identity.teamId,
    user_id: identity.botUserId,
    bot_id: identity.botId,
    ...(identity.enterprise === undefined ? {} : { enterprise_id: identity.enterprise.id }),
    is_enterprise_install: identity.isEnterpriseInstall,
  });

export const usersInfo: Method = (args, slack) => {
  const who = slack.people.get(textAt(args, 'user') ?? '');
  if (who === undefined) return fail('user_not_found');
  return ok({ user: userObject(who, args, Math.floor(slack.now() / 1000)) });
};

/** Opens the direct message with exactly these people, the same one each time. */
export const conversationsOpen: Method = (args, slack) => {
  const users = (textAt(args, 'users') ?? '').split(',').filter((id) => id !== '');
  if (users.length === 0) return fail('users_list_not_supplied');
  if (users.some((id) => !slack.people.has(id))) return fail('user_not_found');
  const members = new Set([...users, slack.identity.botUserId]);
  const direct = [...slack.channels.values()].find(
    ({ kind, members: present }) =>
      (kind === 'im' || kind === 'mpim') &&
      present.size === members.size &&
      [...present].every((id) => members.has(id)),
  );
  if (direct !== undefined) return ok({ no_op: true, already_open: true, channel: { id: direct.id } });
  const kind = users.length === 1 ? 'im' : 'mpim';
  const opened = channel({ id: newId(kind === 'im' ? 'D' : 'G'), name: 'directmessage', kind, members });
  slack.channels.set(opened.id, opened);
  return ok({ no_op: false, already_open: false, channel: { id: opened.id } });
};

const SCOPE_OF: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/**
 * A channel that the app may not see does not exist for it. Source: docs.slack.dev/reference/methods/conversations.info and
 * docs.slack.dev/reference/objects/conversation-object
 */
export const conversationsInfo: Method = (args, { channels, identity, optionalScopes }) => {
  const where = channels.get(textAt(args, 'channel') ?? '');
  if (optionalScopes.size === 0) return missingScope(Object.values(SCOPE_OF), optionalScopes);
  if (where === undefined) return fail('channel_not_found');
  const isSeen = where.kind === 'public' || where.members.has(identity.botUserId);
  if (!isSeen) return fail('channel_not_found');
  if (!optionalScopes.has(SCOPE_OF[where.kind])) return missingScope([SCOPE_OF[where.kind]], optionalScopes);
  return ok({
    channel: {
      id: where.id,
      name: where.name,
      is_channel: where.kind === 'public',
      is_group: where.kind === 'private',
      is_im: where.kind === 'im',
      is_mpim: where.kind === 'mpim',
      is_private: where.kind !== 'public',
      is_archived: where.isArchived,
      is_shared: where.isShared,
      is_org_shared: false,
      is_ext_shared: where.isShared,
      is_pending_ext_shared: where.isPendingShared,
      context_team_id: identity.teamId,
    },
  });
};

const missingScope = (needed: readonly string[], provided: ReadonlySet<string>): Fields => ({
  ...fail('missing_scope'),
  needed: needed.join(','),
  provided: ['commands', 'chat:write', ...provided].join(','),
});

/** Source: docs.slack.dev/reference/methods/apps.connections.open */
export const appsConnectionsOpen: Method = (_args, { socket }) =>
  socket.url === undefined ? fail('internal_error') : ok({ url: socket.url });
