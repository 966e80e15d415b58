import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { heldBackIn } from './held-back.ts';
import { installedIn } from './installed.ts';
import { published } from './registry.ts';
import { aligned, HEAD, rowOf } from './rows.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AT_A_TIME = 8;

const heldBack = heldBackIn(await readFile(`${ROOT}/docs/dependencies.md`, 'utf8'));
const waiting = [...(await installedIn(ROOT)).entries()];
const rows: (readonly string[])[] = [];

async function askInTurn(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [place, installed] = next;
    rows[place] = rowOf(installed, await published(installed.name), heldBack, Date.now());
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
console.log(aligned([HEAD, ...rows]));
