import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Random } from '../random.ts';
import { injectFaults } from './faults.ts';
import { hostile } from './hostile.ts';
import { Ledger } from './ledger.ts';
import { report } from './report.ts';
import { calendar, manyPeople, privateCard, sharedCard } from './scenes/buttons.ts';
import {
  find,
  findByLink,
  findByPassword,
  findCold,
  findUnknown,
  help,
  nonsense,
  share,
  today,
} from './scenes/commands.ts';
import { home, links } from './scenes/events.ts';
import { findForm, longMessage, messageShortcut } from './scenes/shortcuts.ts';
import { Visitor } from './visitor.ts';
import { openWorld, type World } from './world.ts';

const SECONDS = 180;
const VISITORS = 8;
const PAUSE_MS = 150;

/** Whatever the time, a run ends; a visitor does some forty things a second at most. */
const REQUESTS_MAX = 60_000;

const SCENES = [
  find,
  findCold,
  findUnknown,
  findByLink,
  findByPassword,
  share,
  today,
  help,
  nonsense,
  privateCard,
  calendar,
  sharedCard,
  manyPeople,
  messageShortcut,
  longMessage,
  findForm,
  links,
  home,
];

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: String(SECONDS) },
    visitors: { type: 'string', default: String(VISITORS) },
    seed: { type: 'string', default: '1' },
    /** Without faults and hostile input: whether the soak itself works. */
    calm: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const visitors = Number(values.visitors);
const seed = Number(values.seed);
if (!(seconds > 0) || !Number.isInteger(visitors) || !Number.isInteger(seed)) {
  console.error('npm run soak -- [--seconds 180] [--visitors 8] [--seed 1] [--calm]');
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** One scene after the other in an order of their own, each once at least, until the time is up. */
async function visit(world: World, ledger: Ledger, nth: number, time: AbortSignal): Promise<void> {
  const random = new Random(seed * visitors + nth);
  const visitor = new Visitor(world, ledger, random, world.enter(nth));
  for (let round = 0; ; round += 1) {
    for (const scene of random.shuffled(SCENES)) {
      if (round > 0 && (time.aborted || ledger.requests >= REQUESTS_MAX)) return;
      await scene(visitor);
      await delay(random.next() * PAUSE_MS);
    }
  }
}

const world = await openWorld();
const ledger = new Ledger(() => world.apps.circumstances);
const time = AbortSignal.timeout(seconds * 1000);
const around = values.calm ? [] : [injectFaults(world, seconds * 1000, time), hostile(world, ledger, time)];
await Promise.all([
  ...Array.from({ length: visitors }, (_, nth) => visit(world, ledger, nth, time)),
  ...around,
]);
await world.close();
const { text, faults } = report(ledger, world.apps, world.slack.violations);
console.log(`${text}\n`);
console.log(faults.length === 0 ? 'Passed.' : `Failed: ${faults.join('; ')}.`);
process.exit(faults.length === 0 ? 0 : 1);
