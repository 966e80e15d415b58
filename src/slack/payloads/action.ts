import * as v from 'valibot';
import { responseUrl, slackUserId, teamId } from './ids.ts';

const nothing = v.fallback(v.optional(v.undefined()), undefined);

/** The fields of a `block_actions` payload that this app reads; one press carries one action. */
export const actionPayload = v.object({
  user: v.object({ id: slackUserId, team_id: v.optional(teamId) }),
  actions: v.pipe(
    v.array(v.object({ action_id: v.string(), value: v.optional(v.string()) })),
    v.minLength(1),
    v.transform(([action]) => action),
  ),
  response_url: v.union([responseUrl, nothing]),
  container: v.optional(v.object({ type: v.string(), is_ephemeral: v.optional(v.boolean(), false) })),
  message: v.optional(
    v.object({ blocks: v.optional(v.array(v.looseObject({ block_id: v.optional(v.string()) })), []) }),
  ),
});

export type ActionPayload = v.InferOutput<typeof actionPayload>;
