import type { StoredMessage } from './surfaces.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  /** User ids; the bot is in the channel when its id is here. */
  readonly members: Set<string>;
  /** Shared with another company through Slack Connect. */
  isShared: boolean;
  /** Somebody of another company was invited and has not accepted yet. */
  isPendingShared: boolean;
  /** Nobody can write there any more. */
  isArchived: boolean;
  readonly messages: StoredMessage[];
}

/** A public channel with nobody in it, unless told otherwise. */
export function channel(given: Partial<Omit<Channel, 'messages'>> & { readonly id: string }): Channel {
  return {
    name: given.id.toLowerCase(),
    kind: 'public',
    members: new Set(),
    isShared: false,
    isPendingShared: false,
    isArchived: false,
    messages: [],
    ...given,
  };
}

/** The name that a payload carries: Slack hides those of private channels and direct messages. */
export function nameInPayload(where: Channel): string {
  if (where.kind === 'im') return 'directmessage';
  return where.kind === 'private' ? 'privategroup' : where.name;
}

const everyone = () => ['U0HAN', 'U0LI', 'U0ANN', 'U0GUEST'];

export const defaultChannels = (): Map<string, Channel> =>
  new Map(
    [
      channel({ id: 'C0TEAM', name: 'team', members: new Set([...everyone(), 'U0BOT']) }),
      channel({ id: 'C0NOBOT', name: 'no-bot', members: new Set(everyone()) }),
      channel({
        id: 'C0SHARED',
        name: 'partners',
        isShared: true,
        members: new Set([...everyone(), 'U0FAR', 'U0BOT']),
      }),
      channel({ id: 'G0SECRET', name: 'secret', kind: 'private', members: new Set(everyone()) }),
      channel({ id: 'D0HAN', name: 'directmessage', kind: 'im', members: new Set(['U0HAN', 'U0BOT']) }),
    ].map((one) => [one.id, one]),
  );

export const findMessage = (where: Channel | undefined, ts: string | undefined): StoredMessage | undefined =>
  where?.messages.find((message) => message.ts === ts);
