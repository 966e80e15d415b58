import { tryAccount } from './conference/try-account.ts';
import type { VendorOf } from './conference/vendor.ts';
import type { Config } from './config/config.ts';
import type { OAuthClient } from './config/workspaces.ts';
import { type AccountId, accountId, type TenantId } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import type { Reports } from './ops/telemetry.ts';
import type { Handler } from './ops/web.ts';
import { installRoutes } from './slack/install/install-routes.ts';
import { welcome } from './slack/install/welcome.ts';
import type { Services } from './slack/services.ts';
import type { SlackClientsOf } from './slack/slack-client.ts';
import { tokenStates } from './slack/token-state.ts';
import { type WebClientOptions, webClientOptions } from './slack/web-client.ts';
import { DEPARTURES, INSTALLS_BEGUN, type Keys, oauthStateKey, tenantPrefix } from './storage/keys.ts';
import type { Storage } from './storage/open-storage.ts';
import { type AccountDesk, accountDesk } from './tenants/account-desk.ts';
import { conferenceAccounts } from './tenants/conference-accounts.ts';
import { type Departure, type Departures, departures } from './tenants/departures.ts';
import { eraseTenant } from './tenants/erase-tenant.ts';
import { type StoredInstallation, tenantOfInstallation } from './tenants/installation.ts';
import { installations } from './tenants/installations.ts';
import { type InstalledTenants, installedTenants } from './tenants/installed-tenants.ts';
import type { PerTenant } from './tenants/per-tenant.ts';
import type { DueWork } from './tracking/due-loop.ts';

export interface ManyWorkspacesOptions {
  readonly config: Config;
  readonly oauth: OAuthClient;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly report: Reports;
  readonly clientOptions: WebClientOptions;
  readonly slackClientsOf: SlackClientsOf;
  readonly vendorOf: VendorOf;
  /** Made with what is built here. */
  readonly services: () => PerTenant<Services>;
}

/** What a deployment of many workspaces has besides: its tenants are installed, and leave. */
export interface ManyWorkspaces {
  readonly tenants: InstalledTenants;
  readonly departures: Pick<Departures, 'uninstalled' | 'tokenRefused'>;
  /** `GET /slack/install` and `GET /slack/oauth_redirect`. */
  readonly routes: Readonly<Record<string, Handler>>;
  readonly due: DueWork;
  accountDesk(tenant: TenantId, keys: Pick<Keys, 'accountTried'>): AccountDesk;
  /** Every tenant, for what happens to all of them. */
  tenantIds(): Promise<readonly TenantId[]>;
}

/** Accounts that the admins of one tenant may try in a minute. */
const ACCOUNTS_TRIED_PER_MINUTE = 10;

export function manyWorkspaces(options: ManyWorkspacesOptions): ManyWorkspaces {
  const { config, oauth, storage, clock, nonce, report, clientOptions, slackClientsOf, vendorOf, services } =
    options;
  const { account: conference, roots } = config.conference;
  const stored = installations(storage.records);
  const accounts = conferenceAccounts(storage.records);
  const accountsTried = storage.rateLimiter({ points: ACCOUNTS_TRIED_PER_MINUTE, seconds: 60 });
  const times = storage.dueTimes(DEPARTURES);
  const forget = (id: TenantId): Services | undefined => {
    storage.eraseHere(tenantPrefix(id));
    return services().drop(id);
  };
  const tenants = installedTenants({
    installations: stored,
    accounts,
    roots,
    conference,
    clock,
    onGone: forget,
  });
  const leaving = departures({
    installations: stored,
    erase: (id) => eraseTenant(id, storage),
    times,
    tokenState: tokenStates(slackClientsOf),
    async onGone(id) {
      tenants.changed(id);
      await forget(id)?.tracking.forgetTenant();
    },
    clock,
  });

  const welcomeTo = async (id: TenantId, installation: StoredInstallation): Promise<void> => {
    const tenant = await tenants.withId(id);
    if (tenant !== undefined) await welcome(installation, services().of(tenant));
  };

  return {
    tenants,
    departures: reported(leaving, report),
    due: {
      name: 'departures',
      times,
      async run(id) {
        await leaving.eraseAgain(id);
        return undefined;
      },
    },
    routes: installRoutes({
      clientId: oauth.clientId,
      clientSecret: oauth.clientSecret,
      stateSecret: oauth.stateSecret,
      redirectUrl: oauth.redirectUrl,
      durable: storage.durable,
      stateKey: oauthStateKey,
      rateLimiter: storage.rateLimiter,
      begunKey: INSTALLS_BEGUN,
      put: stored.put,
      onInstalled(installation) {
        const id = tenantOfInstallation(installation);
        if (id === undefined) return;
        tenants.changed(id);
        void welcomeTo(id, installation).catch(report.welcomeFailed);
      },
      clientOptions: webClientOptions(clientOptions),
      clock,
      nonce,
      locale: config.defaultLocale,
      report,
    }),
    accountDesk: (tenant, keys) =>
      accountDesk({
        tenant,
        accounts,
        roots,
        hasDeploymentAccount: conference !== undefined,
        tryAccount: (account) => tryAccount(vendorOf(account), account.userId, clock),
        limiter: accountsTried,
        limitKey: keys.accountTried(),
        newId: () => newAccountId(nonce),
        onChanged: () => tenants.accountChanged(tenant),
        clock,
      }),
    tenantIds: async () => [...(await stored.list()).keys()],
  };
}

/**
 * Counts what comes of each departure. A refused token is a side effect of a call that failed, and many calls may fail together: one question
 * answers all, and none of them rejects.
 */
function reported(
  { uninstalled, tokenRefused }: Departures,
  report: Pick<Reports, 'departed'>,
): Pick<Departures, 'uninstalled' | 'tokenRefused'> {
  const asked = new Map<TenantId, Promise<Departure>>();

  async function told(departing: Promise<Departure>): Promise<Departure> {
    try {
      const departure = await departing;
      report.departed(departure);
      return departure;
    } catch (error) {
      report.departed('failed', error);
      throw error;
    }
  }

  return {
    uninstalled: (id, at) => told(uninstalled(id, at)),
    tokenRefused(id, botToken) {
      const asking =
        asked.get(id) ??
        told(tokenRefused(id, botToken))
          .catch((): Departure => 'kept')
          .finally(() => asked.delete(id));
      asked.set(id, asking);
      return asking;
    },
  };
}

function newAccountId(nonce: () => string): AccountId {
  const id = accountId(nonce());
  if (id === undefined) throw new TypeError('a nonce that cannot be in a storage key');
  return id;
}
