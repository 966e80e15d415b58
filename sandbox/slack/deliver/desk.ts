import type { Actor, ChannelRef } from '../payloads/common.ts';
import { nameInPayload } from '../state/channels.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Courier } from './courier.ts';

/** What each kind of delivery needs. */
export interface Desk {
  readonly slack: Workspace;
  readonly courier: Courier;
  readonly changed: () => void;
  readonly mintResponseUrl: (target: ResponseTarget) => string;
}

export function actor({ people, identity }: Workspace, userId: string): Actor {
  const known = people.get(userId);
  return { id: userId, name: known?.name ?? userId.toLowerCase(), teamId: known?.teamId ?? identity.teamId };
}

export function channelRef({ channels }: Workspace, channelId: string): ChannelRef {
  const known = channels.get(channelId);
  return { id: channelId, name: known === undefined ? channelId.toLowerCase() : nameInPayload(known) };
}
