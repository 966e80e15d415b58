import type { TenantId } from '../core/tenant.ts';
import type { StoredInstallation } from './installation.ts';

const kindOf = ({ isEnterpriseInstall }: StoredInstallation): string =>
  isEnterpriseInstall ? 'organisation' : 'workspace';

const dateOf = ({ installedAt }: StoredInstallation): string => new Date(installedAt).toISOString();

/** A line of its own, whatever somebody called their workspace. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** A line. */
export function summary(id: TenantId, one: StoredInstallation): string {
  return [id, kindOf(one), dateOf(one), plain(one.name ?? '')].join('\t');
}

/** Everything but the token, a line each. */
export function details(one: StoredInstallation): string {
  return [
    ['kind', kindOf(one)],
    ['name', plain(one.name ?? '–')],
    ['workspace', one.teamId ?? '–'],
    ['organisation', one.enterpriseId ?? '–'],
    ['app', one.appId ?? '–'],
    ['bot user', one.botUserId],
    ['installed', dateOf(one)],
    ['installed by', one.installedBy],
    ['scopes', one.scopes.join(' ')],
  ]
    .map(([label = '', value = '']) => `${label.padEnd(13)}${value}`)
    .join('\n');
}
