import * as v from 'valibot';

const maybeText = v.optional(v.nullable(v.string()));
const maybeFlag = v.optional(v.nullable(v.boolean()), false);

/** What `users.info` says of a person, as far as this app reads it. Any field may be missing, null or empty (docs.slack.dev, objects/user-object). */
export const userInfo = v.object({
  id: v.string(),
  team_id: maybeText,
  deleted: maybeFlag,
  is_bot: maybeFlag,
  is_stranger: maybeFlag,
  /** Absent where Slack does not say, which is not the same as no. */
  is_email_confirmed: v.optional(v.nullable(v.boolean())),
  locale: maybeText,
  tz: maybeText,
  enterprise_user: v.optional(v.nullable(v.object({ enterprise_id: maybeText }))),
  profile: v.optional(v.nullable(v.object({ email: maybeText }))),
});

export type UserInfo = v.InferOutput<typeof userInfo>;
