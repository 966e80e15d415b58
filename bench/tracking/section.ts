import { whole } from '../table.ts';
import { onAllCores } from './processes.ts';
import { comparisonTable, hoursTable, peaksTable } from './tables.ts';
import { Tally } from './tally.ts';
import type { Task } from './tasks.ts';

/** So many workspaces with so many meetings each that cards follow in the week. */
interface Size {
  readonly name: string;
  readonly code: Task['code'];
  readonly workspaces: number;
  readonly meetings: number;
  readonly mayListLive: boolean;
}

/** A workspace that begins to fill its lane at full hours. */
const LARGE = 5;

/** A week of cards that follow their meetings. No time is waited for: the clock is moved. */
export async function trackingWeek(isQuick: boolean): Promise<string> {
  const [some, many, workspaces] = isQuick ? [10, 100, 4] : [10, 1000, 100];
  const of = (size: Omit<Size, 'name'>, name: string): Size => ({ ...size, name });
  const one = { workspaces: 1, mayListLive: true };
  const few = of({ ...one, code: 'whole-app', meetings: some }, `${whole(some)} meetings`);
  const usual = of({ ...one, code: 'whole-app', meetings: many }, `${whole(many)} meetings, one workspace`);
  const unlisted = of(
    { ...one, code: 'rules-alone', meetings: many, mayListLive: false },
    `${whole(many)} meetings, one workspace whose account may not list live meetings`,
  );
  const large = of(
    { ...one, code: 'rules-alone', meetings: many * LARGE },
    `${whole(many * LARGE)} meetings, one workspace`,
  );
  const all = of(
    { code: 'rules-alone', workspaces, meetings: many, mayListLive: true },
    `${whole(many * workspaces)} meetings, ${workspaces} workspaces`,
  );
  const fewRules = of({ ...few, code: 'rules-alone' }, '');
  const usualRules = of({ ...usual, code: 'rules-alone' }, '');
  const sizes = [usual, large, few, unlisted, fewRules, usualRules, all];
  const tallies = await talliesOf(sizes);
  const tally = (size: Size): Tally => tallies.get(size) ?? new Tally();
  const shown = [few, usual, unlisted, large, all];
  return [
    LEGEND,
    ...shown.map((size) => hoursTable(size.name, tally(size))),
    peaksTable(shown.map((size) => [size.name, tally(size)])),
    comparisonTable([
      { meetings: some, whole: tally(few), rules: tally(fewRules) },
      { meetings: many, whole: tally(usual), rules: tally(usualRules) },
    ]),
  ].join('\n');
}

const LEGEND = `A working week, Monday to Sunday, in one time zone. "10 meetings" are 10 meetings that take place in that week and that cards follow: half of them once,
3 in 10 every week, 2 in 10 every working day, so 10 meetings have about 18 dates; 30 minutes to 2 hours long, most at a full or half hour; 1 to 3 cards each, shared from four days before to
minutes after the start; of a hundred 4 are moved, 3 cancelled, 3 renamed, 4 get a room, 1 another host; 3 in 10 end early, 2 in 10 run over.
Working hours: Monday to Friday, 9:00 to 18:00. What people look up themselves is not counted, and the service pushes nothing.
`;

async function talliesOf(sizes: readonly Size[]): Promise<ReadonlyMap<Size, Tally>> {
  const tallies = new Map(sizes.map((size) => [size, new Tally()]));
  const tasks = new Map<Task, Size>();
  for (const size of sizes) {
    const { code, meetings, mayListLive } = size;
    for (let seed = 1; seed <= size.workspaces; seed += 1)
      tasks.set({ code, seed, meetings, mayListLive }, size);
  }
  await onAllCores([...tasks.keys()], (task, data) => {
    const size = tasks.get(task);
    if (size !== undefined) tallies.get(size)?.add(data);
  });
  return tallies;
}
