import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Arrow, arrowsOf, circleIn, filesIn } from './support/imports.ts';

/** Whom each room may use (docs: the rooms of the design), besides itself. `types`: gone after compilation. */
const ROOMS: Readonly<
  Record<string, { readonly uses: readonly string[]; readonly types?: readonly string[] }>
> = {
  core: { uses: [] },
  cards: { uses: ['core'] },
  cache: { uses: ['core'] },
  meetings: { uses: ['core', 'cache'] },
  ops: { uses: ['core'] },
  calendar: { uses: ['core', 'cards', 'meetings', 'ops'] },
  slack: { uses: ['core', 'cards', 'meetings', 'ops', 'calendar'], types: ['cache'] },
  config: { uses: ['core'], types: ['meetings', 'cache', 'slack'] },
};

/** Packages that compute and touch nothing; the pure rooms may use these and no others. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  core: ['date-fns', 'date-fns-tz'],
  cards: [],
};

/** Where an arrow may go that its room may not: parsing an address is no use of the store. */
const EXCEPTIONS = ['src/config/variables.ts → src/cache/redis-address.ts'];

const files = filesIn('src');
const arrows = files.flatMap(arrowsOf);
const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
const say = ({ from, to }: Arrow) => `${from} → ${to}`;

function pointsBack(arrow: Arrow): boolean {
  const [from, to] = [roomOf(arrow.from), roomOf(arrow.to)];
  if (from === undefined || from === to) return false;
  const { uses = [], types = [] } = ROOMS[from] ?? {};
  if (to !== undefined && uses.includes(to)) return false;
  return !(arrow.isType && to !== undefined && types.includes(to));
}

test('every file stands in a room that is known, or is the root', () => {
  const strangers = files.filter((file) => ROOMS[roomOf(file) ?? ''] === undefined);
  expect(strangers).toEqual(['src/app.ts', 'src/main.ts']);
});

test('every specifier names a file that is there', () => {
  expect(arrows.filter(({ to, isOurs }) => isOurs && !existsSync(to)).map(say)).toEqual([]);
});

describe.each(Object.keys(ROOMS))('%s', (room) => {
  test('uses no room that stands above it', () => {
    const back = arrows.filter((arrow) => arrow.isOurs && roomOf(arrow.from) === room && pointsBack(arrow));
    expect(back.map(say).filter((said) => !EXCEPTIONS.includes(said))).toEqual([]);
  });
});

test.each(Object.entries(PURE))('%s uses no package but %j, and nothing of Node', (room, packages) => {
  const foreign = arrows.filter(
    ({ from, to, isOurs, isType }) => !isOurs && !isType && roomOf(from) === room && !packages.includes(to),
  );
  expect(foreign.map(say)).toEqual([]);
});

test('Bolt is imported by slack/ alone', () => {
  const of = arrows.filter(
    ({ to, isType }) => to.startsWith('@slack/') && !(isType && to === '@slack/types'),
  );
  expect(of.filter(({ from }) => roomOf(from) !== 'slack').map(say)).toEqual([]);
});

test('the client of Redis is imported by cache/redis-*.ts alone', () => {
  const of = arrows.filter(({ to }) => to === 'ioredis');
  expect(of.filter(({ from }) => !/^src\/cache\/redis-[a-z-]+\.ts$/.test(from)).map(say)).toEqual([]);
});

test('nothing that runs in production imports tests or the demo', () => {
  expect(arrows.filter(({ to, isOurs }) => isOurs && !to.startsWith('src/')).map(say)).toEqual([]);
});

test('no files need one another in a circle', () => {
  expect(circleIn(arrows)).toBeUndefined();
});

test('a circle would be found', () => {
  const arrow = (from: string, to: string): Arrow => ({ from, to, isOurs: true, isType: false });
  expect(circleIn([arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'b')])).toEqual(['b', 'c', 'b']);
  expect(circleIn([arrow('a', 'b'), { ...arrow('b', 'a'), isType: true }])).toBeUndefined();
});
