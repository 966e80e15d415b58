import * as v from 'valibot';

/** Who reads a channel, of `conversations.info`. One that is about to be shared counts as shared (docs.slack.dev, objects/conversation-object). */
export const conversation = v.object({
  is_ext_shared: v.boolean(),
  is_pending_ext_shared: v.optional(v.boolean(), false),
});

const PROVIDED_MAX = 2000;

/** Slack's error for a call without the scope for it; `provided` lists the scopes of the token. */
export const missingScope = v.object({
  error: v.literal('missing_scope'),
  provided: v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(PROVIDED_MAX),
    v.transform((text) => text.split(',')),
  ),
});
