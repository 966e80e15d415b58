import { oneDigit, table, whole } from '../table.ts';
import { busiest, byHour, waitOf } from './sums.ts';
import { type Counted, Tally, type TallyData, WAITED } from './tally.ts';
import { hourName, MINUTE } from './week.ts';

/** Whether the rules alone count as the whole app does. */
export interface Comparison {
  readonly meetings: number;
  readonly whole: Tally;
  readonly rules: Tally;
}

const ROWS: Readonly<Record<string, readonly Counted[]>> = {
  'the conference service: questions about meetings': ['meeting-questions'],
  'the conference service: questions to the list of live meetings': ['list-questions'],
  '– of these while no followed meeting ran': ['idle-list-questions'],
  'Slack: chat.update': ['updates'],
  'Slack: chat.unfurl': ['unfurls'],
  'Slack: notes, chat.postMessage': ['notes'],
  'Slack: all three': ['updates', 'unfurls', 'notes'],
  'checks of meetings': ['checks'],
  'waits of a lane for its limit': ['waits'],
};

export function hoursTable(name: string, { data }: Tally): string {
  const rows = Object.entries(ROWS).map(([title, counted]) => [title, ...cells(added(counted, data))]);
  const { followed, cards } = data.hours;
  rows.push(['followed meetings as the hour begins', ...cells(followed).slice(0, -1), '–']);
  rows.push(['followed cards as the hour begins', ...cells(cards).slice(0, -1), '–']);
  return table(name, ['an hour', 'mean, working hours', 'peak', 'quietest', 'week'], rows);
}

function cells(hours: Float64Array): string[] {
  const { working, peak, peakHour, quietest, total } = byHour(hours);
  const mean = working < 100 ? oneDigit(working) : whole(working);
  return [mean, peak === 0 ? '0' : `${whole(peak)} (${hourName(peakHour)})`, whole(quietest), whole(total)];
}

function added(counted: readonly Counted[], { hours }: TallyData): Float64Array {
  const sums = new Tally().data.hours.checks;
  for (const name of counted)
    for (const [nth, value] of hours[name].entries()) sums[nth] = (sums[nth] ?? 0) + value;
  return sums;
}

export function peaksTable(sizes: readonly (readonly [name: string, tally: Tally])[]): string {
  const row = (title: string, value: (data: TallyData) => number): string[] => [
    title,
    ...sizes.map(([, { data }]) => whole(value(data))),
  ];
  return table(
    'Peaks',
    ['', ...sizes.map(([name]) => name)],
    [
      row('checks in the busiest second', ({ checksBySecond }) => busiest(checksBySecond, 1)),
      row('checks in the busiest minute', ({ checksBySecond }) => busiest(checksBySecond, MINUTE)),
      row('checks in the busiest five minutes', ({ checksBySecond }) => busiest(checksBySecond, 5 * MINUTE)),
      row('questions to the service in the busiest minute', ({ questionsByMinute }) =>
        busiest(questionsByMinute, 1),
      ),
      ...WAITED.flatMap((by) => [
        row(`wait in a lane, seconds, 95 of 100 cards: ${WAITED_FOR[by]}`, ({ waits }) =>
          waitOf(waits[by], 95),
        ),
        row('– the longest', ({ waits }) => waitOf(waits[by], 100)),
      ]),
    ],
  );
}

const WAITED_FOR = {
  urgent: 'moved, cancelled',
  live: 'started, ended',
  other: 'the rest, such as the number of people in it',
} as const;

export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ meetings, whole: app, rules }) =>
    Object.entries(ROWS).map(([title, counted]) => {
      const [one, other] = [app, rules].map(({ data }) => byHour(added(counted, data)).total);
      return [`${whole(meetings)} meetings, ${title}`, whole(one ?? 0), whole(other ?? 0)];
    }),
  );
  return table(
    'The rules alone, which the largest size is counted by, against the whole app (totals of the week)',
    ['', 'whole app', 'rules alone'],
    rows,
  );
}
