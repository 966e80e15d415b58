import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../random.ts';
import { injectFaults } from './faults.ts';
import { hostile } from './hostile.ts';
import { Ledger } from './ledger.ts';
import { type Report, report } from './report.ts';
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
import { pushEvent, remindAndUndo, removeCard } from './scenes/following.ts';
import { findForm, longMessage, messageShortcut } from './scenes/shortcuts.ts';
import { Visitor } from './visitor.ts';
import { openWorld } from './world.ts';

const PAUSE_MS = 150;

/** Whatever the time, a run ends; a visitor does some forty things a second at most. */
const REQUESTS_MAX = 300_000;

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
  removeCard,
  remindAndUndo,
  pushEvent,
  manyPeople,
  messageShortcut,
  longMessage,
  findForm,
  links,
  home,
];

export interface SoakOptions {
  readonly seconds: number;
  readonly visitors: number;
  /** A run with the same seed does the same things, as far as time allows. */
  readonly seed: number;
  /** Without faults and hostile input: whether the soak itself works. */
  readonly isCalm: boolean;
}

/** One scene after the other in an order of their own, each once at least, until the time is up. */
async function visit(visitor: Visitor, random: Random, ledger: Ledger, time: AbortSignal): Promise<void> {
  for (let round = 0; ; round += 1) {
    for (const scene of random.shuffled(SCENES)) {
      if (round > 0 && (time.aborted || ledger.requests >= REQUESTS_MAX)) return;
      await scene(visitor);
      await delay(random.next() * PAUSE_MS);
    }
  }
}

/** What a run found, as text, and what of it must not be. */
export async function soak({ seconds, visitors, seed, isCalm }: SoakOptions): Promise<Report> {
  const world = await openWorld();
  const ledger = new Ledger(() => world.apps.circumstances);
  const time = AbortSignal.timeout(seconds * 1000);
  const around = isCalm ? [] : [injectFaults(world, seconds * 1000, time), hostile(world, ledger, time)];
  const visits = Array.from({ length: visitors }, (_, nth) => {
    const random = new Random(seed * visitors + nth);
    return visit(new Visitor(world, ledger, random, world.enter(nth)), random, ledger, time);
  });
  await Promise.all([...visits, ...around]);
  await world.close();
  return report(ledger, world.apps, world.slack.violations);
}
