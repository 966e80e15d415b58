import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { type Actor, installation, scene } from './common.ts';

/** One for each select that asked for a response URL and in which a conversation was picked. */
export interface ViewResponseUrl {
  readonly block_id: string;
  readonly action_id: string;
  readonly channel_id: string;
  readonly response_url: string;
}

interface Given {
  readonly identity: Identity;
  readonly user: Actor;
  /** The view with its state, as Slack has it. */
  readonly view: Fields;
  readonly triggerId: string;
  readonly responseUrls: readonly ViewResponseUrl[];
}

/** Source: docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewSubmission(varied: Partial<Given> & { readonly view: Fields }): Fields {
  const { identity, user, view, triggerId, responseUrls }: Given = { ...scene, responseUrls: [], ...varied };
  return {
    type: 'view_submission',
    ...installation(identity),
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    trigger_id: triggerId,
    view,
    response_urls: responseUrls,
  };
}
