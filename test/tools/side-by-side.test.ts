import { expect, test } from 'vitest';
import { runQuietly } from '../../tools/side-by-side.ts';

/** What came of a command line, and what was said of it, without the seconds. */
async function ran(command: string) {
  const lines: string[] = [];
  const hasPassed = await runQuietly('it', command, (line) => lines.push(line.replace(/[0-9.]+ s$/, 'n s')));
  return { hasPassed, lines };
}

test('of a command that passed, nothing but that is said', async () => {
  expect(await ran('echo much; echo more >&2')).toEqual({ hasPassed: true, lines: ['passed  it, n s'] });
});

test('of a command that failed, all that it said is said, in one piece', async () => {
  expect(await ran('echo much; exit 3')).toEqual({ hasPassed: false, lines: ['FAILED  it, n s', 'much\n'] });
});

test('a command that is killed, or is not there, has failed', async () => {
  expect((await ran('kill -9 $$')).hasPassed).toBe(false);
  expect((await ran('meeting-cards-has-no-such-program')).hasPassed).toBe(false);
});

test('a command finds the programs of node_modules', async () => {
  expect((await ran('vitest --version')).hasPassed).toBe(true);
});
