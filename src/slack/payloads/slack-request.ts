import * as v from 'valibot';

/** Bolt tells kinds of requests apart by these fields, whatever `type` says; where a kind does not have one, it must be absent. */
const absent = v.optional(v.never());

/** What Bolt looks into before it hands a request on. It takes objects for granted and throws on anything else. */
const place = v.optional(v.nullable(v.object({ id: v.optional(v.string()) })));
const channel = v.optional(v.union([v.string(), v.object({ id: v.string() })]));

const any = { response_urls: v.optional(v.array(v.object({}))) };

const command = v.object({ ...any, command: v.string(), event: absent });

const event = v.object({
  ...any,
  type: v.literal('event_callback'),
  event: v.object({
    type: v.string(),
    channel,
    user: v.optional(v.union([v.string(), v.object({})])),
    item: v.optional(v.object({})),
    subteam: v.optional(v.object({})),
  }),
  team_id: v.optional(v.nullable(v.string())),
  authorizations: v.optional(v.array(v.object({}))),
});

const interaction = {
  ...any,
  event: absent,
  command: absent,
  name: absent,
  user: v.object({ id: v.string() }),
  team: place,
  enterprise: place,
  channel: v.optional(v.object({ id: v.string() })),
};

const action = v.object({
  ...interaction,
  type: v.literal('block_actions'),
  actions: v.tupleWithRest([v.object({ action_id: v.string() })], v.unknown()),
});

const shortcut = v.object({
  ...interaction,
  type: v.picklist(['shortcut', 'message_action']),
  actions: absent,
});

const submission = v.object({
  ...interaction,
  type: v.picklist(['view_submission', 'view_closed']),
  actions: absent,
  view: v.object({ id: v.string() }),
});

const slackRequest = v.union([command, event, action, shortcut, submission]);

/** Whether a signed body has the shape of a request that this app is registered for; nothing else reaches Bolt. */
export function isSlackRequest(payload: unknown): boolean {
  return v.is(slackRequest, payload);
}
