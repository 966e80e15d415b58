import type { Installation } from '@slack/oauth';
import { installationFrom, type StoredInstallation } from '../../tenants/installation.ts';
import type { NextPlace } from './page.ts';

/** Slack's answer is not what the app can work with. `token-rotation`: its tokens would expire. */
export class InstallationRefused extends Error {
  override readonly name = 'InstallationRefused';
  readonly code: 'token-rotation' | 'unreadable-installation';

  constructor(code: InstallationRefused['code']) {
    super('an installation that cannot be stored');
    this.code = code;
  }
}

/**
 * What is stored of an installation. No token of a person is, since the app asks for none. Throws `InstallationRefused`; a token that rotates
 * is refused, since nothing here renews it (docs/adr/0025-installations.md).
 */
export function storedInstallation(said: Installation, installedAt: number): StoredInstallation {
  const { team, enterprise, bot, user, appId, isEnterpriseInstall = false } = said;
  if (bot?.refreshToken !== undefined) throw new InstallationRefused('token-rotation');
  const installation = installationFrom({
    botToken: bot?.token,
    teamId: isEnterpriseInstall ? undefined : team?.id,
    enterpriseId: enterprise?.id,
    isEnterpriseInstall,
    name: (isEnterpriseInstall ? enterprise : team)?.name,
    appId,
    botUserId: bot?.userId,
    scopes: bot?.scopes,
    installedBy: user.id,
    installedAt,
  });
  if (installation === undefined) throw new InstallationRefused('unreadable-installation');
  return installation;
}

/** Where whoever installed the app goes on. */
export function nextPlace({ team, appId, enterpriseUrl, isEnterpriseInstall }: Installation): NextPlace {
  const teamId = isEnterpriseInstall === true ? undefined : team?.id;
  return {
    teamId: isId(teamId) ? teamId : undefined,
    appId: isId(appId) ? appId : undefined,
    organisationUrl: isId(appId) ? organisationUrl(enterpriseUrl, appId) : undefined,
  };
}

const isId = (id: string | undefined): id is string => id !== undefined && /^[A-Z0-9]{2,32}$/.test(id);

function organisationUrl(enterpriseUrl: string | undefined, appId: string): string | undefined {
  if (enterpriseUrl === undefined || !URL.canParse(enterpriseUrl)) return undefined;
  const { protocol, host } = new URL(enterpriseUrl);
  const isSlack = protocol === 'https:' && host.endsWith('.slack.com');
  return isSlack ? `https://${host}/manage/organization/apps/profile/${appId}/workspaces/add` : undefined;
}
