import * as v from 'valibot';
import type { Person } from '../../core/person.ts';
import { responseUrl, slackUserId, teamId } from './ids.ts';

/** Who did something, as interactions say it. */
export const actor = {
  user: v.object({ id: slackUserId, team_id: v.optional(teamId) }),
  team: v.optional(v.nullable(v.object({ id: teamId }))),
};

/** The fields of a `block_actions` payload that this app reads; one press carries one action. */
export const actionPayload = v.object({
  ...actor,
  actions: v.tupleWithRest(
    [v.object({ action_id: v.string(), value: v.optional(v.nullable(v.string())) })],
    v.unknown(),
  ),
  trigger_id: v.optional(v.string()),
  /** Absent in modals and on the Home tab, where some clients send an empty one. */
  response_url: v.fallback(v.optional(responseUrl), undefined),
  container: v.optional(
    v.object({
      type: v.string(),
      is_ephemeral: v.optional(v.boolean(), false),
      thread_ts: v.optional(v.string()),
    }),
  ),
  message: v.optional(
    v.object({
      blocks: v.optional(v.array(v.looseObject({ block_id: v.optional(v.string()) })), []),
      thread_ts: v.optional(v.string()),
    }),
  ),
  view: v.optional(v.object({ id: v.string(), type: v.string(), private_metadata: v.optional(v.string()) })),
});

export type ActionPayload = v.InferOutput<typeof actionPayload>;

/** Who did it, of their own workspace. Throws where the payload names no workspace at all, which Slack's do not. */
export function personOf({ user, team }: Pick<ActionPayload, 'user' | 'team'>): Person {
  const ownTeam = user.team_id ?? team?.id;
  if (ownTeam === undefined) throw new Error('a payload names no workspace');
  return { userId: user.id, teamId: ownTeam };
}
