import type { Brand } from './brand.ts';

/** A conversation's id: `C` or `G` a channel, `D` a direct message. */
export type ChannelId = Brand<string, 'ChannelId'>;

/**
 * Where something happens in Slack. `isExternal`: people of other organisations read it (Slack Connect). Events say so; commands, shortcuts
 * and button presses do not (docs.slack.dev, apis/slack-connect), so it may be unknown.
 */
export interface Channel {
  readonly id: ChannelId;
  readonly isExternal: boolean | 'unknown';
}

/** Who reads what is posted in a channel: people of the tenant's own company alone, or perhaps others too. */
export type Reach = 'company' | 'external';

/** What is not known to stay in the company may leave it (docs/adr/0026-unknown-channels-are-external.md). */
export function reachOf(isExternal: Channel['isExternal']): Reach {
  return isExternal === false ? 'company' : 'external';
}

/** A conversation of two people, or of one with the app. */
export const isDirectMessage = (id: ChannelId): boolean => id.startsWith('D');

/** Takes the place of a channel's id in an event about a link in a message that is not sent yet (docs.slack.dev, reference/events/link_shared). */
const NOT_SENT_YET = 'COMPOSER';

export function isChannelId(id: string): id is ChannelId {
  return id !== NOT_SENT_YET && /^[CDG][A-Z0-9]{1,30}$/.test(id);
}
