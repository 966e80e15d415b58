import * as v from 'valibot';
import { MEETING_CHANGES } from './snapshot.ts';

const text = v.pipe(v.string(), v.maxLength(12_000));
const filled = v.record(text, text);

const unfurlSpot = v.object({ kind: v.literal('unfurl'), channelId: text, ts: text, url: text });

/** Where a button is. */
const spot = v.variant('kind', [
  v.object({ kind: v.literal('message'), channelId: text, ts: text }),
  v.object({ kind: v.literal('ephemeral'), ts: text }),
  unfurlSpot,
  v.object({ kind: v.literal('view'), id: text }),
]);

/** What somebody does on the page: `as` is who, a Slack user id. */
export const action = v.variant('do', [
  v.object({ do: v.literal('say'), as: text, channelId: text, text }),
  v.object({ do: v.literal('type-links'), as: text, urls: v.array(text) }),
  v.object({
    do: v.literal('press'),
    as: text,
    on: spot,
    actionId: text,
    /** Tells equal buttons apart. */
    value: v.optional(text),
    /** The option picked, for a menu. */
    option: v.optional(text),
    /** What is filled in around it, by action id; views only. */
    filled: v.optional(filled),
  }),
  v.object({ do: v.literal('submit'), as: text, viewId: text, filled }),
  v.object({ do: v.literal('close'), as: text, viewId: text, all: v.boolean() }),
  v.object({ do: v.literal('meeting-details'), as: text, channelId: text, ts: text }),
  v.object({ do: v.literal('find-meeting'), as: text }),
  v.object({ do: v.literal('open-home'), as: text }),
  v.object({ do: v.literal('open-flexpane'), as: text, on: unfurlSpot }),
  v.object({ do: v.literal('close-flexpane'), as: text }),
  v.object({ do: v.literal('conference'), is: v.picklist(['well', 'slow', 'down', 'lying']) }),
  v.object({ do: v.literal('meeting'), eventId: text, change: v.picklist(MEETING_CHANGES) }),
  v.object({ do: v.literal('redis'), is: v.picklist(['running', 'gone']) }),
]);

export type Action = v.InferOutput<typeof action>;
export type Spot = v.InferOutput<typeof spot>;
export type UnfurlSpot = v.InferOutput<typeof unfurlSpot>;
export type Actions<Name extends Action['do']> = Extract<Action, { do: Name }>;
