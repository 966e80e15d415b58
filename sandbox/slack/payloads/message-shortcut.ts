import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { type Actor, type ChannelRef, installation, scene } from './common.ts';

interface Given {
  readonly identity: Identity;
  readonly user: Actor;
  readonly channel: ChannelRef;
  readonly callbackId: string;
  readonly triggerId: string;
  readonly responseUrl: string;
  readonly actionTs: string;
  readonly message: Fields;
}

const message: Fields = { type: 'message', user: 'U0LI', ts: scene.ts, team: 'T0HOME', text: '649128' };

/**
 * From a message's menu, even where the bot is not a member. The user's handle is `name` here, not `username`.
 * Source: docs.slack.dev/interactivity/implementing-shortcuts
 */
export function messageShortcut(varied: Partial<Given> = {}): Fields {
  const given: Given = { ...scene, callbackId: 'meeting_details', actionTs: scene.ts, message, ...varied };
  return {
    type: 'message_action',
    ...installation(given.identity),
    callback_id: given.callbackId,
    trigger_id: given.triggerId,
    action_ts: given.actionTs,
    user: { id: given.user.id, name: given.user.name, team_id: given.user.teamId },
    channel: { id: given.channel.id, name: given.channel.name },
    message_ts: given.message.ts,
    message: given.message,
    response_url: given.responseUrl,
  };
}
