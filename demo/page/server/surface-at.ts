import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import { findMessage } from '../../../sandbox/slack/state/channels.ts';
import type { StoredMessage, Surface, Unfurl } from '../../../sandbox/slack/state/surfaces.ts';
import type { Spot, UnfurlSpot } from '../action.ts';

/** What is at a spot that the page named; `undefined` if it is gone, or if only another person may see it. */
export function surfaceAt(slack: SampleSlack, spot: Spot, userId: string): Surface | undefined {
  switch (spot.kind) {
    case 'message':
      return messageAt(slack, spot, userId);
    case 'ephemeral':
      return slack.ephemerals.find((one) => one.ts === spot.ts && one.userId === userId);
    case 'unfurl':
      return unfurlAt(slack, spot, userId);
    case 'view': {
      const view = slack.views.get(spot.id) ?? slack.homes.get(userId);
      return view?.id === spot.id && view.userId === userId ? view : undefined;
    }
  }
}

/** A preview under a message in a channel that this person is in. */
export function unfurlAt(slack: SampleSlack, spot: UnfurlSpot, userId: string): Unfurl | undefined {
  return messageAt(slack, spot, userId)?.unfurls.get(spot.url);
}

/** A message in a channel that this person is in. */
export function messageAt(
  slack: SampleSlack,
  { channelId, ts }: { readonly channelId: string; readonly ts: string },
  userId: string,
): StoredMessage | undefined {
  const channel = slack.channels.get(channelId);
  return channel?.members.has(userId) === true ? findMessage(channel, ts) : undefined;
}
