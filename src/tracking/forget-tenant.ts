import { eventId } from '../core/ids.ts';
import type { TenantId } from '../core/tenant.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { dueMember } from './due-loop.ts';
import type { FollowLater } from './follow-later.ts';
import type { ReminderStore } from './reminders/reminder-store.ts';
import type { TrackedStore } from './tracked-store.ts';

export interface ForgetTenantOptions {
  readonly tenant: TenantId;
  readonly tracked: Pick<TrackedStore, 'eraseMeeting'>;
  readonly reminded: Pick<ReminderStore, 'eraseMeeting'>;
  readonly later: Pick<FollowLater, 'forgetWaiting'>;
  /** Due times that all tenants share. */
  readonly checks: DueTimes;
  readonly counted: DueTimes;
  readonly lanes: DueTimes;
  readonly reminders: DueTimes;
  /** The cards of this tenant that wait for an update. */
  readonly waiting: DueTimes;
  /** Deletes how long Slack's limit lasts. */
  readonly forgetLaneWait: () => Promise<void>;
}

/**
 * Deletes everything that is followed for one tenant, and every reminder. A record goes before the due times that lead to it, so what was
 * interrupted can be done again. Rejects with `StorageUnavailable`.
 */
export function forgetTenant(options: ForgetTenantOptions): () => Promise<void> {
  const { tenant, tracked, reminded, later, checks, counted, lanes, reminders, waiting } = options;
  const prefix = dueMember(tenant, '');

  async function empty(times: DueTimes, erase?: (member: string) => Promise<void>): Promise<void> {
    for (const member of await times.membersOf(prefix)) {
      await erase?.(member.slice(prefix.length));
      await times.remove(member);
    }
  }

  /** A counted card has its meeting before the slash. */
  const erasing =
    ({ eraseMeeting }: Pick<TrackedStore, 'eraseMeeting'>) =>
    async (id: string): Promise<void> => {
      const event = eventId(id.split('/', 1)[0] ?? '');
      if (event !== undefined) await eraseMeeting(event);
    };

  return async () => {
    await later.forgetWaiting();
    await empty(reminders, erasing(reminded));
    await empty(checks, erasing(tracked));
    await empty(counted, erasing(tracked));
    for (const member of await waiting.membersOf('')) await waiting.remove(member);
    await empty(lanes);
    await options.forgetLaneWait();
  };
}
