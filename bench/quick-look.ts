import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '../test/support/redis/redis-server.ts';
import { load } from './load.ts';
import { moveTo } from './pinning.ts';
import { startServer } from './server-process.ts';
import { SignedRequests } from './signed-requests.ts';
import { openBenchStage } from './stage.ts';

if (process.env.NOBUILD === undefined) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
moveTo(0);
const stage = await openBenchStage();
const requests = new SignedRequests(stage.typed, stage.slack.signingSecret, 'https://hooks.slack.com/x');
const redis = await startRedis();
const prof = process.argv.includes('--prof') ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [];
const memory = await startServer([...prof, 'dist/main.js'], stage.env);
const shared = await startServer([...prof, 'dist/main.js'], { ...stage.env, REDIS_URL: redis.url });
const [port] = [memory.port];
const body = requests.take(0).toString();
const { connect } = await import('node:net');
const text = await new Promise<string>((resolve) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(requests.take(0)));
  let got = '';
  socket.on('data', (d) => {
    got += d.toString();
    if (got.includes('unfurl_media')) {
      setTimeout(() => {
        resolve(got);
        socket.destroy();
      }, 50);
    }
  });
});
console.log(text.slice(0, 400));
const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'card.json');
writeFileSync(file, json);
console.log('card bytes', json.length);
const bolt = await startServer([...prof, '--import', 'tsx', 'bench/bolt-alone.ts'], {
  ...stage.env,
  CARD_FILE: file,
});
for (let round = 0; round < Number(process.env.ROUNDS ?? 3); round += 1)
  for (const [name, server] of Object.entries({ bolt, memory, shared }).filter(([n]) =>
    (process.env.ONLY ?? n).includes(n),
  )) {
    const c0 = server.cpuSeconds() ?? 0;
    const m = await load({ ports: [server.port], requests, connections: 50, seconds: 3 });
    console.log(
      round,
      name,
      'cpu us',
      ((((server.cpuSeconds() ?? 0) - c0) / (m.perSecond * 3)) * 1e6).toFixed(0),
      Math.round(m.perSecond),
      'p50',
      m.p50.toFixed(1),
      'p99',
      m.p99.toFixed(1),
      'failed',
      m.failed,
      'bytes',
      Math.round(m.bytes),
      'MB',
      server.megabytes()?.toFixed(0),
      'start',
      server.startMs.toFixed(0),
    );
  }
await Promise.all([bolt.stop(), memory.stop(), shared.stop()]);
await redis.stop();
await stage.close();
process.exit(0);
