import type { Person } from '../core/person.ts';
import type { Standing } from '../core/standing.ts';
import type { BotUser } from './bot-identity.ts';
import type { UserInfo } from './payloads/user-info.ts';

/**
 * What a person is to the installation of `self`, by `users.info` (docs.slack.dev, objects/user-object). Where the app is installed for a
 * whole organisation, an administrator of one of its workspaces is a member: what they set would count in all of them.
 */
export function standingOf(user: UserInfo | undefined, person: Person, self: BotUser): Standing {
  if (user === undefined || user.id !== person.userId || user.is_stranger || user.is_bot || user.deleted)
    return 'outsider';
  const { enterprise_user: organisation, team_id } = user;
  const isOfOrganisation =
    self.enterpriseId !== undefined && organisation?.enterprise_id === self.enterpriseId;
  const isOfWorkspace =
    self.teamId !== undefined &&
    (team_id === self.teamId || (isOfOrganisation && organisation?.teams?.includes(self.teamId) === true));
  if (!(self.isOrganisation ? isOfOrganisation : isOfWorkspace)) return 'outsider';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  const rank = self.isOrganisation ? organisation : user;
  return rank?.is_admin || rank?.is_owner || rank?.is_primary_owner ? 'admin' : 'member';
}
