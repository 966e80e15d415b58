import { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Channel, ChannelId } from '../core/channel.ts';
import type { Clock } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import { singleFlight } from '../lib/single-flight.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import { conversation, missingScope } from './payloads/conversation.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';
import type { SlackClient } from './slack-client.ts';

type IsExternal = Channel['isExternal'];

/** Which channels of one tenant people of other companies read. */
export interface ChannelDirectory {
  /** `unknown` where Slack does not say, or not within so many milliseconds. One question for all who wait. Never rejects. */
  isExternal(id: ChannelId, limitMs: number): Promise<IsExternal>;
  /** What an event says of its channel. That it is not shared does not count against `conversations.info`, which knows what is about to be shared. */
  learn(channel: Channel): void;
}

export interface ChannelDirectoryOptions {
  readonly client: SlackClient;
  readonly clock: Clock;
  /** Told of failures, but not of channels that Slack does not show this app. */
  readonly onFailure: (error: unknown) => void;
}

const CHANNELS_MAX = 2000;

/** A channel may be shared with another company at any time. */
const KNOWN_MS = 3 * 60_000;

/** Slack's answer is the same until somebody installs the app again with more scopes. */
const MISSING_SCOPE_MS = 10 * 60_000;

/** After an error that says nothing about the channel. */
const FAILED_MS = 10_000;

/** Slack's answer about a channel that the app is not in and may not see (docs.slack.dev, methods/conversations.info). */
const NOT_SHOWN = 'channel_not_found';

/** The scopes of which one is enough for some channels. Both are optional in the manifest. */
const SCOPES = ['channels:read', 'groups:read'];

/**
 * Asks `conversations.info` once in three minutes for a channel. A channel that Slack does not show is unknown for as long; without both
 * scopes no channel is asked about for ten minutes.
 */
export function channelDirectory({ client, clock, onFailure }: ChannelDirectoryOptions): ChannelDirectory {
  const inFlight = singleFlight<IsExternal>();
  const known = growingLru<ChannelId, { readonly isExternal: IsExternal; readonly until: number }>(
    CHANNELS_MAX,
  );
  let pausedUntil = 0;

  return {
    async isExternal(id, limitMs) {
      const answer = cached(id);
      if (answer !== undefined) return answer.isExternal;
      if (clock() < pausedUntil) return 'unknown';
      return (
        (await withTimeout(
          limitMs,
          inFlight(id, () => ask(id)),
        )) ?? 'unknown'
      );
    },
    learn({ id, isExternal }) {
      if (isExternal === 'unknown' || (isExternal === false && cached(id)?.isExternal === true)) return;
      note(id, isExternal, KNOWN_MS);
    },
  };

  function cached(id: ChannelId): { readonly isExternal: IsExternal } | undefined {
    const answer = known.get(id);
    return answer !== undefined && clock() < answer.until ? answer : undefined;
  }

  function note(id: ChannelId, isExternal: IsExternal, milliseconds: number): IsExternal {
    known.set(id, { isExternal, until: clock() + milliseconds });
    return isExternal;
  }

  async function ask(id: ChannelId): Promise<IsExternal> {
    try {
      const { channel } = await client.conversations.info({ channel: id });
      const { is_ext_shared, is_pending_ext_shared } = v.parse(conversation, channel);
      return note(id, is_ext_shared || is_pending_ext_shared, KNOWN_MS);
    } catch (error) {
      return failed(id, error);
    }
  }

  function failed(id: ChannelId, error: unknown): IsExternal {
    if (slackErrorOf(error) === NOT_SHOWN) return note(id, 'unknown', KNOWN_MS);
    onFailure(error);
    if (error instanceof webApi.WebAPIRateLimitedError) pauseFor(error.retryAfter * 1000);
    const missing = error instanceof webApi.WebAPIPlatformError ? error.data : undefined;
    const scopes = v.safeParse(missingScope, missing);
    if (!scopes.success) return note(id, 'unknown', FAILED_MS);
    if (!SCOPES.some((scope) => scopes.output.provided.includes(scope))) pauseFor(MISSING_SCOPE_MS);
    return note(id, 'unknown', MISSING_SCOPE_MS);
  }

  function pauseFor(milliseconds: number): void {
    pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
  }
}
