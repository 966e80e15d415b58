import type { Channel, ChannelId } from '../core/channel.ts';
import type { RequestContext } from './request-context.ts';
import { CHANNEL_MS } from './time-limits.ts';

/** Whether people of other companies read a channel, as far as that is known in time. Never rejects. */
export function isExternal(
  { channel, services }: Pick<RequestContext, 'channel' | 'services'>,
  id: ChannelId | undefined,
): Promise<Channel['isExternal']> {
  if (id === undefined) return Promise.resolve('unknown');
  if (channel?.id === id && channel.isExternal === true) return Promise.resolve(true);
  return services.channels.isExternal(id, CHANNEL_MS);
}
