import * as v from 'valibot';

/** Without an id of its own an event could not be told from its repetition. */
const envelope = { event_id: v.string() };

/**
 * Links on the app's domains, in a message that is typed (`composer`) or sent (docs.slack.dev, reference/events/link_shared). While it is
 * typed, `channel` is the word `COMPOSER`.
 */
export const linkSharedEvent = v.object({
  ...envelope,
  event: v.object({
    channel: v.string(),
    message_ts: v.string(),
    thread_ts: v.optional(v.string()),
    unfurl_id: v.string(),
    source: v.picklist(['composer', 'conversations_history']),
    links: v.array(v.object({ url: v.string() })),
  }),
});

export const homeOpenedEvent = v.object({
  ...envelope,
  event: v.object({ tab: v.optional(v.string(), 'home') }),
});

/**
 * The app was removed from the workspace, or tokens of its were revoked, by the ids of their users: of the app's own user, or of people
 * (docs.slack.dev, reference/events/tokens_revoked).
 */
export const uninstallEvent = v.object({
  /** In seconds since 1970. */
  event_time: v.number(),
  event: v.variant('type', [
    v.object({ type: v.literal('app_uninstalled') }),
    v.object({
      type: v.literal('tokens_revoked'),
      tokens: v.object({ bot: v.optional(v.array(v.string()), []) }),
    }),
  ]),
});

/** Somebody opened the flexpane of a Work Object (docs.slack.dev, reference/events/entity_details_requested). */
export const entityDetailsEvent = v.object({
  ...envelope,
  event: v.object({
    trigger_id: v.string(),
    entity_url: v.pipe(v.string(), v.maxLength(4000)),
    external_ref: v.optional(v.object({ id: v.string() })),
  }),
});

export type EntityDetailsEvent = v.InferOutput<typeof entityDetailsEvent>;
export type LinkSharedEvent = v.InferOutput<typeof linkSharedEvent>;
