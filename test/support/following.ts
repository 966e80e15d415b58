import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { done } from './interactions.ts';
import { PLAIN } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { Stage } from './stage.ts';

/** Someone shares a meeting by the command; resolves to the card that stands in the channel, once the app is done with it. */
export async function shares(
  stage: Stage,
  digits: string,
  { channelId = 'C0TEAM', userId = PLAIN }: { readonly userId?: string; readonly channelId?: string } = {},
): Promise<StoredMessage> {
  const { slack, appUrl } = stage;
  await done(stage, () => slack.command({ appUrl, text: `share ${digits}`, channelId, userId }));
  const card = slack.channels.get(channelId)?.messages.at(-1);
  if (card === undefined) throw new Error('No card was shared.');
  return card;
}

/** The vendor knows something else of a meeting from now on. */
export function changes(
  { conference }: Pick<Stage, 'conference'>,
  digits: string,
  changed: WireMeeting,
): void {
  conference.meetings.put(
    ...conference.meetings.byEventId(digits).map((meeting) => ({ ...meeting, ...changed })),
  );
}

/** Resolves when the card, or the preview, shows all of these texts. */
export function showsSoon(
  { slack }: Pick<Stage, 'slack'>,
  card: () => unknown,
  ...texts: readonly string[]
): Promise<true> {
  return slack.waitFor(() => {
    const shown = shownIn(card());
    return texts.every((text) => shown.includes(text)) || undefined;
  });
}

/** The messages in the thread of a message. */
export function threadOf(
  { slack }: Pick<Stage, 'slack'>,
  { channelId, ts }: StoredMessage,
): readonly StoredMessage[] {
  return slack.channels.get(channelId)?.messages.filter(({ threadTs }) => threadTs === ts) ?? [];
}
