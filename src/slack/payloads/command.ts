import * as v from 'valibot';
import { responseUrl } from './ids.ts';

/** The fields of a slash command's form that its listener reads (docs.slack.dev, interactivity/implementing-slash-commands). */
export const commandPayload = v.object({
  text: v.optional(v.string(), ''),
  response_url: responseUrl,
  trigger_id: v.optional(v.string()),
});
