import { noticeCard } from '../../../cards/help-card.ts';
import { Mrkdwn } from '../../../cards/mrkdwn.ts';
import { isDirectMessage } from '../../../core/channel.ts';
import type { RequestContext } from '../../request-context.ts';
import { messageBody } from '../../response-url.ts';
import { OPENED, openSettingsForm } from '../../settings/open-form.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';

/** What comes of `/meeting settings`. */
export const CHANNEL_SETTINGS = ['no-channel', ...OPENED] as const;

/** `/meeting settings`: the form of the channel, for full members. Whether the app can tell the channel is seen when something is saved. */
export async function channelSettings(
  context: RequestContext,
  triggerId: string | undefined,
  ack: (answer?: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<(typeof CHANNEL_SETTINGS)[number]> {
  const { channel } = context;
  const words = await context.words(FIRST_WORDS_MS);
  if (channel === undefined || isDirectMessage(channel.id) || triggerId === undefined) {
    const card = noticeCard(Mrkdwn.ours(words.settingsNeedChannel));
    await ack(messageBody({ card, to: 'user', replaces: false }));
    return 'no-channel';
  }
  await ack();
  const scope = { level: 'channel', channel: channel.id } as const;
  return openSettingsForm(context, { triggerId, fromModal: false }, scope, words);
}
