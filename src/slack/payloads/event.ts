import * as v from 'valibot';
import { slackUserId, teamId } from './ids.ts';

/** What every event comes wrapped in, as far as this app reads it. */
const envelope = { event_id: v.string(), team_id: teamId };

/** Links on the app's domains, in a message being typed (`composer`) or sent (docs.slack.dev, reference/events/link_shared). */
export const linkSharedEvent = v.object({
  ...envelope,
  event: v.object({
    type: v.literal('link_shared'),
    user: slackUserId,
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
  event: v.object({
    type: v.literal('app_home_opened'),
    user: slackUserId,
    tab: v.optional(v.string(), 'home'),
  }),
});

/** The app was taken out of the workspace, or its token: nothing can be answered any more. */
export const uninstallEvent = v.object({
  event: v.object({ type: v.picklist(['app_uninstalled', 'tokens_revoked']) }),
});

export type LinkSharedEvent = v.InferOutput<typeof linkSharedEvent>;
export type HomeOpenedEvent = v.InferOutput<typeof homeOpenedEvent>;
