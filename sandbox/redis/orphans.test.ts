import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { until } from './until.ts';

const module = new URL('redis-server.ts', import.meta.url);

/** A process that starts a Redis and names its process id; `then` is what it does in between. */
function parentThat(then: string, env: Readonly<Record<string, string>> = {}) {
  const script = `
    const { startRedis } = await import('${module}');
    const redis = await startRedis();
    const { withClient } = await import('${new URL('contents.ts', module)}');
    const info = await withClient(redis.url, (client) => client.info('server'));
    ${then}
    process.stdout.write(/process_id:(\\d+)/.exec(info)[1] + '\\n');
  `;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
}

const isGone = (pid: string) => {
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
};

describe('a Redis whose parent forgets it', () => {
  it('lets that parent end, and goes with it', async () => {
    const pid = (await text(parentThat('').stdout)).trim();
    expect(pid).toMatch(/^\d+$/);
    await until('it is gone', async () => isGone(pid));
  });

  it('goes, even frozen, when that parent is killed', async () => {
    const parent = parentThat('redis.freeze(); setInterval(() => undefined, 1000);');
    const [line] = await once(parent.stdout, 'data');
    const killed = once(parent, 'exit');
    parent.kill('SIGKILL');
    expect(await killed).toEqual([null, 'SIGKILL']);
    await until('it is gone', async () => isGone(String(line).trim()));
  });

  it('goes with its folder, as one does that was started later, where another was stopped between them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'with a space '));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const folders = () => readdirSync(folder).filter((name) => name.startsWith('meeting-cards-redis-'));
    const parent = parentThat(
      'setInterval(() => undefined, 1000); const between = await startRedis(); await startRedis(); await between.stop();',
      { TMPDIR: folder },
    );
    const [line] = await once(parent.stdout, 'data');
    expect(folders()).toHaveLength(2);
    parent.kill('SIGKILL');
    await until('it is gone', async () => isGone(String(line).trim()));
    await until('the folders are gone', async () => folders().length === 0);
  });
});
