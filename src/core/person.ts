import type { Brand } from './brand.ts';

/** A Slack user's id: `U` or `W`, then capitals and digits. Unique only together with a workspace. */
export type SlackUserId = Brand<string, 'SlackUserId'>;

/** A workspace's id (`T…`), or an Enterprise organisation's (`E…`). */
export type TeamId = Brand<string, 'TeamId'>;

/** Who acts in Slack. In a channel shared by Slack Connect, `teamId` may be another workspace than the tenant's. */
export interface Person {
  readonly userId: SlackUserId;
  readonly teamId: TeamId;
}

export function isSlackUserId(id: string): id is SlackUserId {
  return /^[UW][A-Z0-9]{1,30}$/.test(id);
}

export function isTeamId(id: string): id is TeamId {
  return /^[TE][A-Z0-9]{1,30}$/.test(id);
}
