import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { scene, VERIFICATION_TOKEN } from './common.ts';

interface Given {
  readonly identity: Identity;
  readonly eventId: string;
  readonly timeSeconds: number;
  /** The event happened in a channel shared with another company. */
  readonly isShared: boolean;
}

const usual: Given = {
  identity: scene.identity,
  eventId: 'Ev0SAMPLE',
  timeSeconds: 1_767_225_600,
  isShared: false,
};

/** What every event comes wrapped in. Source: docs.slack.dev/apis/events-api */
export function eventEnvelope(event: Fields, varied: Partial<Given> = {}): Fields {
  const { identity, eventId, timeSeconds, isShared }: Given = { ...usual, ...varied };
  return {
    token: VERIFICATION_TOKEN,
    team_id: identity.teamId,
    ...(identity.enterprise === undefined ? {} : { enterprise_id: identity.enterprise.id }),
    context_team_id: identity.teamId,
    context_enterprise_id: identity.enterprise?.id ?? null,
    api_app_id: identity.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: timeSeconds,
    authorizations: [
      {
        enterprise_id: identity.enterprise?.id ?? null,
        team_id: identity.teamId,
        user_id: identity.botUserId,
        is_bot: true,
        is_enterprise_install: identity.isEnterpriseInstall,
      },
    ],
    is_ext_shared_channel: isShared,
    event_context: `4-${eventId}`,
  };
}
