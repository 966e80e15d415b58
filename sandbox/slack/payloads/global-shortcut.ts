import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { type Actor, installation, scene } from './common.ts';

interface Given {
  readonly identity: Identity;
  readonly user: Actor;
  readonly callbackId: string;
  readonly triggerId: string;
  readonly actionTs: string;
}

/**
 * From the search bar or the composer: no channel, no message, no response URL.
 * Source: docs.slack.dev/interactivity/implementing-shortcuts
 */
export function globalShortcut(varied: Partial<Given> = {}): Fields {
  const given: Given = { ...scene, callbackId: 'find_meeting', actionTs: scene.ts, ...varied };
  return {
    type: 'shortcut',
    ...installation(given.identity),
    callback_id: given.callbackId,
    trigger_id: given.triggerId,
    action_ts: given.actionTs,
    user: { id: given.user.id, username: given.user.name, team_id: given.user.teamId },
  };
}
