import * as v from 'valibot';
import type { PersonId } from '../../cache/keys.ts';
import { responseUrl, slackUserId, teamId } from './ids.ts';

const nothing = v.fallback(v.optional(v.undefined()), undefined);
const team = v.optional(v.nullable(v.object({ id: teamId })));

/** The fields of a `block_actions` payload that this app reads; one press carries one action. */
export const actionPayload = v.object({
  user: v.object({ id: slackUserId, team_id: v.optional(teamId) }),
  team,
  actions: v.tupleWithRest([v.object({ action_id: v.string(), value: v.optional(v.string()) })], v.unknown()),
  trigger_id: v.optional(v.string()),
  response_url: v.union([responseUrl, nothing]),
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
  view: v.optional(v.object({ id: v.string(), hash: v.optional(v.string()), type: v.string() })),
});

export type ActionPayload = v.InferOutput<typeof actionPayload>;

/** Who pressed. An app that is installed for a whole organisation gets no `team`; the user's own workspace then names it. */
export function personOf({ user, team: workspace }: Pick<ActionPayload, 'user' | 'team'>): PersonId {
  return { userId: user.id, teamId: user.team_id ?? workspace?.id ?? '' };
}
