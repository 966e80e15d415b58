import type { DueTimes } from '../../src/storage/due-times.ts';

interface Entry {
  readonly member: string;
  readonly at: number;
}

/** Due times for a hundred thousand members: a heap in which members that were moved lie once more, and are skipped at their old place. */
export function heapDueTimes(): DueTimes {
  const times = new Map<string, number>();
  const heap: Entry[] = [];

  function move(member: string, at: number): void {
    if (times.get(member) === at) return;
    times.set(member, at);
    push(heap, { member, at });
  }

  /** The earliest member that lies where it is due. */
  function top(): Entry | undefined {
    for (;;) {
      const [first] = heap;
      if (first === undefined || times.get(first.member) === first.at) return first;
      pop(heap);
    }
  }

  return {
    async schedule(member, at) {
      move(member, at);
    },
    async scheduleBy(member, at) {
      move(member, Math.min(at, (times.get(member) ?? Number.POSITIVE_INFINITY) - 1));
    },
    async bringForward(member, at) {
      const known = times.get(member);
      if (known !== undefined) move(member, Math.min(at, known));
    },
    async claim(now, leaseMs, max) {
      const members: string[] = [];
      for (let first = top(); first !== undefined && first.at <= now && members.length < max; first = top()) {
        members.push(first.member);
        move(first.member, now + leaseMs);
      }
      return members.map((member) => ({ member, leasedUntil: now + leaseMs }));
    },
    async settle({ member, leasedUntil }, nextAt) {
      if (times.get(member) !== leasedUntil) return;
      if (nextAt === undefined) times.delete(member);
      else move(member, nextAt);
    },
    async remove(member) {
      times.delete(member);
    },
    oldest: async () => top()?.at,
    size: async () => times.size,
    membersOf: async (prefix) => [...times.keys()].filter((member) => member.startsWith(prefix)),
  };
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.member < other.member);

function push(heap: Entry[], added: Entry): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(added, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = added;
}

function pop(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
}
