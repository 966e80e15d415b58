import * as v from 'valibot';
import { channelId, responseUrl } from './ids.ts';

/** A shortcut from the search bar or the composer: no channel, no message, no response URL. */
export const globalShortcut = v.object({
  type: v.literal('shortcut'),
  trigger_id: v.string(),
});

/** A shortcut from a message's menu; the message comes as it is, and is read by `referencesInMessage`. */
export const messageShortcut = v.object({
  type: v.literal('message_action'),
  trigger_id: v.string(),
  response_url: responseUrl,
  channel: v.object({ id: channelId }),
  message: v.looseObject({ ts: v.string(), thread_ts: v.optional(v.string()) }),
});
