import type { DueTimes } from '../due-times.ts';

/** Due times in this process's memory, for a deployment of one process. */
export function memoryDueTimes(): DueTimes {
  const times = new Map<string, number>();

  return {
    async schedule(member, at) {
      times.set(member, at);
    },
    async scheduleBy(member, at) {
      times.set(member, Math.min(at, (times.get(member) ?? Number.POSITIVE_INFINITY) - 1));
    },
    async bringForward(member, at) {
      const known = times.get(member);
      if (known !== undefined) times.set(member, Math.min(at, known));
    },
    async claim(now, leaseMs, max) {
      const due = [...times].filter(([, at]) => at <= now).sort(([, one], [, other]) => one - other);
      const leasedUntil = now + leaseMs;
      return due.slice(0, max).map(([member]) => {
        times.set(member, leasedUntil);
        return { member, leasedUntil };
      });
    },
    async settle({ member, leasedUntil }, nextAt) {
      if (times.get(member) !== leasedUntil) return;
      if (nextAt === undefined) times.delete(member);
      else times.set(member, nextAt);
    },
    async remove(member) {
      times.delete(member);
    },
    async oldest() {
      return times.size === 0 ? undefined : Math.min(...times.values());
    },
    async size() {
      return times.size;
    },
    async membersOf(prefix) {
      return [...times.keys()].filter((member) => member.startsWith(prefix));
    },
  };
}
