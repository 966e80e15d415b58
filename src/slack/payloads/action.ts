import * as v from 'valibot';

/** The fields of a `block_actions` payload that listeners read; one press carries one action. */
export const actionPayload = v.object({
  actions: v.tupleWithRest(
    [
      v.object({
        action_id: v.string(),
        value: v.optional(v.nullable(v.string())),
        selected_option: v.optional(v.nullable(v.object({ value: v.string() }))),
      }),
    ],
    v.unknown(),
  ),
  trigger_id: v.optional(v.string()),
  container: v.optional(
    v.object({
      type: v.string(),
      message_ts: v.optional(v.string()),
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
  view: v.optional(
    v.object({
      id: v.string(),
      type: v.string(),
      private_metadata: v.optional(v.string()),
      previous_view_id: v.optional(v.nullable(v.string())),
    }),
  ),
});

export type ActionPayload = v.InferOutput<typeof actionPayload>;
