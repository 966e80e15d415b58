import { textAt } from '../fields.ts';
import { channel } from '../state/channels.ts';
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

/** Source: docs.slack.dev/reference/methods/apps.connections.open */
export const appsConnectionsOpen: Method = (_args, { socket }) =>
  socket.url === undefined ? fail('internal_error') : ok({ url: socket.url });
