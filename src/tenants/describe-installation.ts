import type { TenantId } from '../core/tenant.ts';
import type { FoundAccount } from './conference-accounts.ts';
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

/** Everything but secrets, a line each. */
export function details(one: StoredInstallation, account: FoundAccount): string {
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
    ['account', accountLine(account)],
  ]
    .map(([label = '', value = '']) => `${label.padEnd(13)}${value}`)
    .join('\n');
}

/** Of the conference service. */
function accountLine(found: FoundAccount): string {
  if (found.kind === 'none') return "the deployment's, if it has one";
  if (found.kind === 'unreadable') return 'its own; it does not open with this CACHE_KEY';
  const { account, setAt, setBy } = found.connected;
  return `its own, at ${account.url}, since ${new Date(setAt * 1000).toISOString()}, set by ${setBy}`;
}
