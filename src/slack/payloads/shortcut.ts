import * as v from 'valibot';
import { actor } from './action.ts';
import { responseUrl } from './ids.ts';

/** A shortcut from the search bar or the composer: no channel, no message, no response URL. */
export const globalShortcut = v.object({
  type: v.literal('shortcut'),
  callback_id: v.string(),
  trigger_id: v.string(),
  ...actor,
});

/** A shortcut from a message's menu; the message comes as it is, and is read by `referencesInMessage`. */
export const messageShortcut = v.object({
  type: v.literal('message_action'),
  callback_id: v.string(),
  trigger_id: v.string(),
  response_url: responseUrl,
  channel: v.object({ id: v.string() }),
  message: v.looseObject({ ts: v.string(), thread_ts: v.optional(v.string()) }),
  ...actor,
});

export const shortcutPayload = v.variant('type', [globalShortcut, messageShortcut]);

export type GlobalShortcut = v.InferOutput<typeof globalShortcut>;
export type MessageShortcut = v.InferOutput<typeof messageShortcut>;
