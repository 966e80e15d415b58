import type { Person } from '../core/person.ts';
import type { InstallationRef, Tenant } from '../core/tenant.ts';
import { bulkhead } from '../lib/bulkhead.ts';
import { WriteBehind } from '../lib/write-behind.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { updateHome } from './home.ts';
import { installationContext, requestContext } from './request-context.ts';
import type { Services } from './services.ts';

export interface HomeUpdatesOptions {
  readonly tenants: Pick<TenantDirectory, 'of'>;
  readonly servicesFor: (tenant: Tenant) => Services;
  readonly onFailure: (error: unknown) => void;
}

/** Builds the Home tab of people again who did something that it shows. */
export interface HomeUpdates {
  /** Returns at once: nobody's answer waits for it, and all that somebody does within a tenth of a second makes one tab. */
  changed(installation: InstallationRef, actor: Person): void;
  /** Resolves when all that was begun has ended. */
  flush(): Promise<void>;
}

/** Of the whole process. Somebody whose tab is not built in time finds it built when they open it. */
const ROOM = { atOnce: 4, waiting: 200, waitMs: 10_000 };

export function homeUpdates({ tenants, servicesFor, onFailure }: HomeUpdatesOptions): HomeUpdates {
  const behind = new WriteBehind(onFailure);
  const inTurn = bulkhead(ROOM);

  /** With what is known when it is built: what was changed may be a setting, or the account of the workspace. */
  async function update(installation: InstallationRef, actor: Person): Promise<void> {
    const tenant = await tenants.of(installation);
    if (tenant === undefined) return;
    const services = servicesFor(tenant);
    const settings = await services.tenantSettings.in(undefined);
    const around = installationContext(tenant, services, { channel: undefined }, settings, 'home-update');
    await updateHome(
      requestContext(around, actor, { kind: 'event', responseUrl: undefined, homeChanged: () => {} }),
    );
  }

  return {
    changed(installation, actor) {
      const key = JSON.stringify([
        installation.enterpriseId,
        installation.teamId,
        actor.teamId,
        actor.userId,
      ]);
      behind.schedule(key, async () => void (await inTurn(() => update(installation, actor))));
    },
    flush: () => behind.flush(),
  };
}
