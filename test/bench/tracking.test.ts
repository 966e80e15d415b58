import { describe, expect, test } from 'vitest';
import { Random } from '../../bench/random.ts';
import { heapDueTimes } from '../../bench/tracking/due-heap.ts';
import { planWorkspace } from '../../bench/tracking/plan.ts';
import { plannedVendor } from '../../bench/tracking/planned-vendor.ts';
import { busiest, byHour, waitOf } from '../../bench/tracking/sums.ts';
import { Tally } from '../../bench/tracking/tally.ts';
import { run } from '../../bench/tracking/tasks.ts';
import { templateMeeting } from '../../bench/tracking/template.ts';
import { watchedLane } from '../../bench/tracking/watched-lane.ts';
import { HOUR, HOURS, MONDAY, WEEK } from '../../bench/tracking/week.ts';
import { dueAt } from '../../src/tracking/importance.ts';

describe('the simulated week', () => {
  test('is counted alike by the rules alone and by the whole app', async () => {
    const task = { seed: 3, meetings: 4, mayListLive: true };
    const rules = await run({ ...task, code: 'rules-alone' });
    expect(rules.hours.checks.some((checks) => checks > 0)).toBe(true);
    expect(rules.hours).toEqual((await run({ ...task, code: 'whole-app' })).hours);
  });

  test('is the same for the same seed', () => {
    expect(planWorkspace(new Random(7), 20)).toEqual(planWorkspace(new Random(7), 20));
    expect(planWorkspace(new Random(7), 20)).not.toEqual(planWorkspace(new Random(8), 20));
  });
});

describe('the planned vendor', () => {
  const before = MONDAY - HOUR;
  const meeting = {
    recurring: false,
    occurrences: [
      {
        start: MONDAY,
        end: MONDAY + HOUR,
        cards: [],
        changes: [{ kind: 'moved', at: before + 10, start: MONDAY + HOUR, end: MONDAY + 2 * HOUR } as const],
        run: { from: MONDAY + HOUR, until: MONDAY + 1.5 * HOUR, joins: [MONDAY + HOUR], leaves: [] },
      },
    ],
  };
  const at = (second: number) => plannedVendor([meeting], templateMeeting(), () => second * 1000, true);

  test.each([
    ['has the old time until a meeting is moved', before + 9, MONDAY],
    ['has the new time afterwards', before + 10, MONDAY + HOUR],
  ])('%s', (_what, second, start) => {
    const vendor = at(second);
    expect(vendor.occurrencesOf(vendor.idOf(0))[0].start).toBe(start);
  });

  test('lists a meeting while people are in it', async () => {
    const vendor = at(MONDAY + HOUR);
    expect(await vendor.listLive()).toEqual({
      kind: 'found',
      meetings: [{ eventId: vendor.idOf(0), attendeeCount: 1 }],
    });
    expect(await at(MONDAY + 1.5 * HOUR).listLive()).toEqual({ kind: 'found', meetings: [] });
  });
});

describe('the figures', () => {
  test('by the hour are the mean of the working hours, the peak and the quietest hour', () => {
    const hours = new Float64Array(HOURS).fill(1);
    hours[10] = 46;
    expect(byHour(hours)).toEqual({ total: HOURS + 45, working: 2, peak: 46, peakHour: 10, quietest: 1 });
  });

  test('of the busiest time are sums of seconds in a row', () => {
    expect(busiest(Float64Array.of(1, 2, 5, 1), 2)).toBe(6);
  });

  test('of the waits are the seconds that most cards do not exceed', () => {
    const waits = Float64Array.of(90, 5, 0, 5);
    expect([50, 95, 100].map((percent) => waitOf(waits, percent))).toEqual([0, 1, 3]);
    expect(waitOf(new Float64Array(4), 95)).toBe(0);
  });

  test('of workspaces add up, and what happens outside of the week is not in them', () => {
    const [one, other] = [new Tally(), new Tally()];
    one.count('updates', MONDAY);
    other.count('updates', MONDAY + 10);
    other.count('updates', MONDAY - 1);
    other.count('updates', MONDAY + WEEK);
    one.add(other.data);
    expect(byHour(one.data.hours.updates).total).toBe(2);
  });
});

describe('the lane that is watched', () => {
  test('tells how long a card waited since its most important reason', async () => {
    let now = 1_000_000_000_000;
    const left: unknown[] = [];
    const lane = watchedLane(
      heapDueTimes(),
      () => now,
      (by, waited) => left.push([by, waited]),
    );
    await lane.scheduleBy('1/a', dueAt(now, []));
    now += 5000;
    await lane.scheduleBy('1/a', dueAt(now, [{ kind: 'cancelled' }]));
    now += 3000;
    const [claimed] = await lane.claim(now, 60_000, 1);
    if (claimed !== undefined) await lane.settle(claimed, undefined);
    expect(left).toEqual([['urgent', 3000]]);
  });
});
