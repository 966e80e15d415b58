import * as v from 'valibot';
import { responseUrl, slackUserId, teamId } from './ids.ts';

/** A value of this shape, or undefined for any other, `null` and the empty text included. */
const maybe = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);

const text = v.string();
const team = maybe(teamId);
const user = maybe(slackUserId);
const flag = maybe(
  v.pipe(
    v.unknown(),
    v.transform((value) => value === true || value === 'true'),
  ),
);

export const command = v.object({
  event: v.optional(v.never()),
  command: text,
  user_id: user,
  team_id: team,
  enterprise_id: team,
  is_enterprise_install: flag,
  channel_id: maybe(text),
  response_url: maybe(responseUrl),
});

const authorization = v.object({ team_id: team, enterprise_id: team, is_enterprise_install: flag });
export const event = v.object({
  event: v.object({
    type: text,
    user,
    channel: maybe(text),
    channel_id: maybe(text),
  }),
  event_id: maybe(text),
  team_id: team,
  enterprise_id: team,
  authorizations: maybe(v.tupleWithRest([authorization], v.unknown())),
  is_ext_shared_channel: maybe(v.boolean()),
});

const interaction = {
  event: v.optional(v.never()),
  command: v.optional(v.never()),
  user: v.object({ id: user, team_id: team }),
  team: maybe(v.object({ id: team, enterprise_id: team })),
  enterprise: maybe(v.object({ id: team })),
  is_enterprise_install: flag,
  view: maybe(v.object({ type: maybe(text), callback_id: maybe(text), app_installed_team_id: team })),
  channel: maybe(v.object({ id: text })),
  container: maybe(v.object({ channel_id: maybe(text) })),
  response_url: maybe(responseUrl),
};
export const action = v.object({
  ...interaction,
  type: v.literal('block_actions'),
  actions: v.tupleWithRest([v.object({ action_id: text })], v.unknown()),
});
export const shortcut = v.object({
  ...interaction,
  type: v.picklist(['shortcut', 'message_action']),
  callback_id: text,
});
export const view = v.object({ ...interaction, type: v.literal('view_submission') });
