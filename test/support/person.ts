import { isSlackUserId, isTeamId, type Person } from '../../src/core/person.ts';

/** A person by two ids; throws if one is malformed. */
export function personOf(teamId: string, userId: string): Person {
  if (!isTeamId(teamId) || !isSlackUserId(userId)) throw new Error(`${teamId}/${userId} is not a person`);
  return { teamId, userId };
}
