import { type ConferenceAccount, type Tenant, type TenantId, tenantId } from '../core/tenant.ts';
import type { TenantDirectory } from './tenant-directory.ts';

/**
 * The one tenant of a deployment with `SLACK_BOT_TOKEN`. Its id is fixed, since Slack's id of the workspace would have to be asked for before
 * anything can be read from storage (docs/adr/0007-tenant-in-every-key.md).
 */
export const SINGLE_WORKSPACE: TenantId = known('workspace');

export function singleWorkspace(botToken: string, conference: ConferenceAccount | undefined): Tenant {
  return { id: SINGLE_WORKSPACE, installation: { botToken }, conference };
}

/** With one bot token, whatever Slack sends belongs to its tenant. */
export function singleTenant(tenant: Tenant): TenantDirectory {
  return { of: async () => tenant, withId: async (id) => (id === tenant.id ? tenant : undefined) };
}

function known(id: string): TenantId {
  const made = tenantId(id);
  if (made === undefined) throw new Error(`${id} is not a tenant id`);
  return made;
}
