import { type TenantId, tenantId } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import { InFlight } from '../lib/in-flight.ts';
import type { Claimed, DueTimes } from '../storage/due-times.ts';
import { duePrefix } from '../storage/keys.ts';

/** Runs what is due of one tenant's; resolves to when it is due again (milliseconds since 1970), undefined for never. */
export type DueJob = (tenant: TenantId, id: string) => Promise<number | undefined>;

/** The kinds of work that is due at a time. */
export type DueWorkName = 'checks' | 'reminders' | 'lanes' | 'cards' | 'departures';

/** What is due, and what to do then. */
export interface DueWork {
  readonly name: DueWorkName;
  readonly times: DueTimes;
  readonly run: DueJob;
}

export interface DueLoopOptions {
  readonly work: readonly DueWork[];
  readonly clock: Clock;
  /** How often it looks for what is due. */
  readonly everyMs: number;
  /** How much of each kind of work runs at a time in this process. */
  readonly atOnce: number;
  readonly onFailure: (error: unknown) => void;
  /** Told when a piece of work begins, and when it ends: what was begun and neither `done` nor `failed` is in progress. */
  readonly onStep: (name: DueWorkName, step: 'begun' | 'done' | 'failed') => void;
}

/** Takes what is due, in any number of processes at a time. */
export interface DueLoop {
  start(): void;
  /** Takes nothing more, and resolves when what was taken has ended. What is left is due for other processes. */
  stop(): Promise<void>;
}

/**
 * Longer than any job takes: after it, another process takes the member over. A job that fails is tried again when its lease is over, so the
 * lease is also the back-off.
 */
export const LEASE_MS = 60_000;

/** A member of a set that all tenants share. */
export const dueMember = (tenant: TenantId, id: string): string => `${duePrefix(tenant)}${id}`;

export function dueLoop({ work, clock, everyMs, atOnce, onFailure, onStep }: DueLoopOptions): DueLoop {
  const running = new InFlight();
  const takers = work.map(takerOf);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function lookLater(): void {
    if (!isStopped) timer = setTimeout(() => running.add(look()), everyMs).unref();
  }

  async function look(): Promise<void> {
    await Promise.all(takers.map((take) => take()));
    lookLater();
  }

  /** Takes as much of one kind of work as may run. Where there may be more, it takes again as soon as some of it has ended. */
  function takerOf({ name, times, run }: DueWork): () => Promise<void> {
    let busy = 0;
    let mayHaveMore = false;

    async function take(): Promise<void> {
      const free = atOnce - busy;
      if (free <= 0 || isStopped) return;
      busy += free;
      const claimed = await claim(free);
      busy -= free - claimed.length;
      mayHaveMore = claimed.length === free;
      for (const one of claimed) running.add(finish(one));
    }

    async function claim(max: number): Promise<readonly Claimed[]> {
      try {
        return await times.claim(clock(), LEASE_MS, max);
      } catch (error) {
        onFailure(error);
        return [];
      }
    }

    async function finish(claimed: Claimed): Promise<void> {
      onStep(name, 'begun');
      try {
        await times.settle(claimed, await runMember(claimed.member, run));
        onStep(name, 'done');
      } catch (error) {
        onStep(name, 'failed');
        onFailure(error);
      }
      busy -= 1;
      if (mayHaveMore) await take();
    }

    return take;
  }

  return {
    start: lookLater,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running.ended();
    },
  };
}

/** A member of no tenant is never due again. */
async function runMember(member: string, run: DueJob): Promise<number | undefined> {
  const end = member.indexOf('/');
  const tenant = tenantId(member.slice(0, end));
  return tenant === undefined ? undefined : run(tenant, member.slice(end + 1));
}
