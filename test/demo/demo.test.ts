import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';

const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Variables of a shell that must not reach the demo's app. */
const shell = { ...process.env, REDIS_URL: 'redis://127.0.0.1:1', CONFERENCE_TIMEOUT_MS: 'no number' };

function demo(...given: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...given], {
    env: shell,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Where the demos that start now build the app. */
const foldersOfDemos = (): string[] =>
  existsSync(dist) ? readdirSync(dist).filter((name) => name.startsWith('demo-')) : [];

async function ran(...given: readonly string[]) {
  const child = demo(...given);
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { said, complained, code };
}

describe('npm run demo -- --once', () => {
  it("prints the card of the specification's sample meeting and ends", async () => {
    const { said, complained, code } = await ran('649128', '--once');
    expect(complained).toBe('');
    expect(said).toContain('Polly Parker (stranger) types in #team: /meeting 649128');
    expect(said).toContain('only Polly Parker sees this');
    expect(said).toContain('│ 112233');
    expect(said).toContain('Wed, Feb 21, 2024');
    expect(said).toContain('10:30 – 11:30 Shanghai (GMT+8)');
    expect(said).toContain('meeting 649128');
    expect(said).not.toContain('Slack would refuse this');
    expect(said).not.toContain('\u001B');
    expect(code).toBe(0);
  });

  it('takes any reference', async () => {
    const { said, code } = await ran('#', '700 001', '--once');
    expect(said).toContain('季度评审 · Quarterly review');
    expect(said).toMatch(/Live now · ends in 2[34] min/);
    expect(code).toBe(0);
  });

  it('says how it is used when it is asked for what it does not know', async () => {
    expect(await ran('--twice')).toEqual({
      said: '',
      complained: 'Usage: npm run demo [-- <meeting number or link>] [--once]\n',
      code: 2,
    });
  });
});

describe('npm run demo', () => {
  it('that is stopped while it builds the app ends, and leaves nothing of it', async () => {
    const before = foldersOfDemos();
    const child = demo();
    const since = (): string[] => foldersOfDemos().filter((folder) => !before.includes(folder));
    let seen: string[] = [];
    await until('it builds', async () => {
      seen = since();
      return seen.length > 0;
    });
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    // Other demos, of tests that run beside this one, remove theirs as soon as their app has started.
    await until('nothing is left', async () => !seen.some((folder) => existsSync(join(dist, folder))));
  });

  it('does what each line asks, stays up when they have ended, and ends with all that it started', async () => {
    const child = demo();
    const lines: string[] = [];
    const heard = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        if (line.includes('stays up until it is stopped')) resolve();
      });
    });
    child.stdin.end('as host\n/meeting 700001\nshare\nmeetings\nwhat\n');
    await heard;
    const said = lines.join('\n');
    expect(said).toContain('韩梅梅 (host) types in #team: /meeting 700001');
    expect(said).toContain('#team, everybody sees this:');
    expect(said).toContain('Shared by @韩梅梅');
    expect(said).toContain('/meeting 700012  begins ten minutes after the demo began');
    expect(said).toContain('"help" says what is');
    expect(child.exitCode).toBeNull();

    const [, logFile = ''] = /The app's log is in (\S+)/.exec(said) ?? [];
    expect(existsSync(logFile)).toBe(true);
    onTestFinished(() => rmSync(dirname(logFile), { recursive: true }));
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
