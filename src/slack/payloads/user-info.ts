import * as v from 'valibot';

const maybeText = v.optional(v.nullable(v.string()));
const maybeFlag = v.optional(v.nullable(v.boolean()), false);

const rank = { is_admin: maybeFlag, is_owner: maybeFlag, is_primary_owner: maybeFlag };

/** What `users.info` says of a person, as far as this app reads it. Any field may be missing, null or empty (docs.slack.dev, objects/user-object). */
export const userInfo = v.object({
  id: v.string(),
  team_id: maybeText,
  deleted: maybeFlag,
  is_bot: maybeFlag,
  is_stranger: maybeFlag,
  is_restricted: maybeFlag,
  is_ultra_restricted: maybeFlag,
  ...rank,
  /** Absent where Slack does not say, which is not the same as no. */
  is_email_confirmed: v.optional(v.nullable(v.boolean())),
  locale: maybeText,
  tz: maybeText,
  enterprise_user: v.optional(
    v.nullable(
      v.object({ enterprise_id: maybeText, teams: v.optional(v.nullable(v.array(v.string()))), ...rank }),
    ),
  ),
  profile: v.optional(v.nullable(v.object({ email: maybeText }))),
});

export type UserInfo = v.InferOutput<typeof userInfo>;
