import type { ConferenceAccount, Tenant, TenantId } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { ConferenceAccounts, FoundAccount } from './conference-accounts.ts';
import { tenantOfInstallation } from './installation.ts';
import type { FoundInstallation, Installations } from './installations.ts';
import type { TenantDirectory } from './tenant-directory.ts';

export interface InstalledTenantsOptions {
  readonly installations: Pick<Installations, 'find'>;
  readonly accounts: Pick<ConferenceAccounts, 'find'>;
  /** The roots that a tenant's own account may name. */
  readonly roots: readonly string[];
  /** The account of tenants that have connected none. */
  readonly conference: ConferenceAccount | undefined;
  readonly clock: Clock;
  /** Told of a tenant that was known here and is gone. */
  readonly onGone: (id: TenantId) => void;
}

/** The tenants that installed the app. Where the storage is unavailable, what this process knew of a tenant goes on to count. */
export interface InstalledTenants extends TenantDirectory {
  /** What is stored of a tenant has changed: it is read again when it is needed next. */
  changed(id: TenantId): void;
  /** The same for its account; while the storage is unavailable, what was known of the tenant goes on to count. */
  accountChanged(id: TenantId): void;
}

/** Another process may have stored a newer installation, or deleted this one. */
const KNOWN_MS = 60_000;

/** A team without an installation is looked up once in so long, however much it sends. */
const UNKNOWN_MS = 10_000;

/** While the storage is unavailable, it is asked for a known tenant once in so long. */
const UNAVAILABLE_MS = 5000;

const KNOWN_MAX = 5000;
const UNKNOWN_MAX = 10_000;

/** What is stored of a tenant. */
interface Stored {
  readonly installation: FoundInstallation;
  readonly account: FoundAccount;
}

interface Known {
  readonly tenant: Tenant;
  readonly stored: Stored;
  until: number;
}

export function installedTenants(options: InstalledTenantsOptions): InstalledTenants {
  const { installations, accounts, roots, conference, clock, onGone } = options;
  const known = growingLru<TenantId, Known>(KNOWN_MAX);
  const unknownUntil = growingLru<TenantId, number>(UNKNOWN_MAX);
  const inFlight = singleFlight<Tenant | undefined>();
  let changes = 0;

  async function withId(id: TenantId): Promise<Tenant | undefined> {
    const entry = known.get(id);
    if (entry !== undefined && clock() < entry.until) return entry.tenant;
    if (clock() < (unknownUntil.get(id) ?? 0)) return undefined;
    return inFlight(id, () => load(id));
  }

  async function load(id: TenantId): Promise<Tenant | undefined> {
    const before = changes;
    const found = await read(id).catch((error: unknown) => lastKnown(id, error));
    if (found === 'last-known') return known.get(id)?.tenant;
    return before === changes ? noted(id, found) : load(id);
  }

  async function read(id: TenantId): Promise<Stored | undefined> {
    const installation = await installations.find(id);
    return installation && { installation, account: await accounts.find(id) };
  }

  function lastKnown(id: TenantId, error: unknown): 'last-known' {
    const entry = known.get(id);
    if (entry === undefined) throw error;
    entry.until = clock() + UNAVAILABLE_MS;
    return 'last-known';
  }

  function noted(id: TenantId, found: Stored | undefined): Tenant | undefined {
    const entry = known.get(id);
    if (found === undefined) {
      unknownUntil.set(id, clock() + UNKNOWN_MS);
      if (known.delete(id)) onGone(id);
      return undefined;
    }
    unknownUntil.delete(id);
    const { installation } = found.installation;
    const isSame = entry !== undefined && isSameStored(entry.stored, found);
    const tenant = isSame ? entry.tenant : { id, installation, conference: accountOf(found.account) };
    known.set(id, { tenant, stored: found, until: clock() + KNOWN_MS });
    return tenant;
  }

  /** An account that cannot be used is not replaced by the deployment's, which would show that tenant the meetings of others. */
  function accountOf(found: FoundAccount): ConferenceAccount | undefined {
    if (found.kind === 'none') return conference;
    if (found.kind === 'unreadable') return undefined;
    const { account } = found.connected;
    return roots.includes(account.url) ? account : undefined;
  }

  return {
    withId,
    async of(ref) {
      const id = tenantOfInstallation(ref);
      return id === undefined ? undefined : withId(id);
    },
    changed(id) {
      changes += 1;
      unknownUntil.delete(id);
      known.delete(id);
    },
    accountChanged(id) {
      changes += 1;
      const entry = known.get(id);
      if (entry !== undefined) entry.until = 0;
    },
  };
}

const textOf = (account: FoundAccount): string =>
  account.kind === 'connected' ? account.text : account.kind;

function isSameStored(one: Stored, other: Stored): boolean {
  return one.installation.text === other.installation.text && textOf(one.account) === textOf(other.account);
}
