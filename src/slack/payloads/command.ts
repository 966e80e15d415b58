import * as v from 'valibot';
import { responseUrl, slackUserId, teamId } from './ids.ts';

/** The fields of a slash command's form that this app reads (docs.slack.dev, interactivity/implementing-slash-commands). */
export const commandPayload = v.object({
  command: v.string(),
  text: v.optional(v.string(), ''),
  user_id: slackUserId,
  team_id: teamId,
  response_url: responseUrl,
});

export type CommandPayload = v.InferOutput<typeof commandPayload>;
