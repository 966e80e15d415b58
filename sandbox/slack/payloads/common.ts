import type { Fields } from '../fields.ts';
import { homeIdentity, type Identity } from '../state/identity.ts';

/** Slack still sends the token by which requests were told apart before signatures; nobody should read it. */
export const VERIFICATION_TOKEN = 'sample-verification-token';

/** Who did it. `teamId` differs from the app's workspace for people of other companies. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
}

export interface ChannelRef {
  readonly id: string;
  readonly name: string;
}

/** What a payload says when the test does not: Han Meimei in #team of the home workspace. */
export const scene = {
  identity: homeIdentity,
  user: { id: 'U0HAN', name: 'han', teamId: 'T0HOME' },
  channel: { id: 'C0TEAM', name: 'team' },
  ts: '1767225600.000100',
  triggerId: '1767225600000.1.0123456789abcdef',
  responseUrl: 'https://hooks.slack.com/actions/T0HOME/1/0123456789abcdef',
};

/** In an organisation the team names it; for an app installed organisation-wide there is no team at all. */
export function teamOf(identity: Identity): Fields | null {
  if (identity.isEnterpriseInstall) return null;
  const { enterprise } = identity;
  return {
    id: identity.teamId,
    domain: identity.teamDomain,
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
  };
}

/** What every interaction says of where the app is installed. */
export const installation = (identity: Identity): Fields => ({
  token: VERIFICATION_TOKEN,
  api_app_id: identity.appId,
  team: teamOf(identity),
  enterprise: identity.enterprise ?? null,
  is_enterprise_install: identity.isEnterpriseInstall,
});
