import type { TenantId } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { duePrefix } from '../storage/keys.ts';
import type { StoredInstallation } from './installation.ts';
import type { Installations } from './installations.ts';

/** Whether Slack still takes a token; `unknown`: it did not say. */
export type TokenState = 'works' | 'revoked' | 'unknown';

/** `kept`: the installation is a newer one, or its token works. `gone`: there was none. */
export type Departure = 'departed' | 'kept' | 'gone';

export interface DeparturesOptions {
  readonly installations: Installations;
  /** Deletes all that is stored of a tenant but its installation. */
  readonly erase: (id: TenantId) => Promise<void>;
  /** When the data of a tenant that left is looked for once more. */
  readonly times: DueTimes;
  readonly tokenState: (botToken: string) => Promise<TokenState>;
  /** Ends what this process does for the tenant, as soon as its installation is deleted, or was deleted by another process. */
  readonly onGone: (id: TenantId) => Promise<void>;
  readonly clock: Clock;
}

/** The end of tenants: the installation is deleted first, in one step, and then all that is stored of the tenant. Rejects with `StorageUnavailable`. */
export interface Departures {
  /** Slack said that the app was uninstalled, or its token revoked, at a time (milliseconds since 1970). */
  uninstalled(id: TenantId, at: number): Promise<Departure>;
  /** Slack refused a call with this token as one that is no longer valid. It is asked once more before anything is deleted. */
  tokenRefused(id: TenantId, botToken: string): Promise<Departure>;
  /** By hand. */
  remove(id: TenantId): Promise<Departure>;
  /** What is due: what other processes wrote after the tenant left is deleted, and what could not be deleted then. */
  eraseAgain(id: TenantId): Promise<void>;
}

/** By then no process knows the tenant any more, and what it was doing for it has ended. */
const AGAIN_MS = 2 * 60_000;

/** Slack's clock and ours may differ by so much: of an event so near to an installation, Slack is asked. */
const CLOCKS_DIFFER_MS = 2 * 60_000;

/** Of a tenant in `times`. */
export const AGAIN = 'again';

export function departures(options: DeparturesOptions): Departures {
  const { installations, erase, times, tokenState, onGone, clock } = options;

  /** An installation that takes its place meanwhile is judged by itself. */
  async function depart(
    id: TenantId,
    isOver: (installation: StoredInstallation) => Promise<boolean>,
  ): Promise<Departure> {
    const found = await installations.find(id);
    if (found === undefined) {
      await onGone(id);
      return 'gone';
    }
    if (!(await isOver(found.installation))) return 'kept';
    await times.schedule(`${duePrefix(id)}${AGAIN}`, clock() + AGAIN_MS);
    if (!(await installations.remove(id, found))) return depart(id, isOver);
    await onGone(id);
    await erase(id);
    return 'departed';
  }

  return {
    uninstalled: (id, at) =>
      depart(id, async ({ installedAt, botToken }) => {
        if (Math.abs(at - installedAt) > CLOCKS_DIFFER_MS) return at > installedAt;
        const state = await tokenState(botToken);
        return state === 'unknown' ? at > installedAt : state === 'revoked';
      }),
    tokenRefused: (id, botToken) =>
      depart(
        id,
        async (installation) =>
          installation.botToken === botToken && (await tokenState(botToken)) === 'revoked',
      ),
    async remove(id) {
      const departure = await depart(id, async () => true);
      if (departure === 'gone') {
        await installations.removeAny(id);
        await erase(id);
      }
      return departure;
    },
    async eraseAgain(id) {
      if ((await installations.find(id)) === undefined) await erase(id);
    },
  };
}
