import { load } from './load.ts';
import { moveTo } from './pinning.ts';
import { startServer } from './server-process.ts';
import { openBenchStage } from './stage.ts';
moveTo(0);
const stage = await openBenchStage();
const names = process.argv.slice(2);
const servers = new Map();
for (const n of names) servers.set(n, await startServer([...(process.env.PROF ? ['--cpu-prof','--cpu-prof-dir='+process.env.PROF,'--cpu-prof-interval','500'] : []), `node_modules/.b${n}/main.js`], stage.env));
const all = new Map<string, number[]>();
for (let r = 0; r < 5; r++) for (const [n, s] of servers) {
  const c = s.cpuSeconds() ?? 0; const m = await load({ ports: [s.port], requests: stage.requests, connections: 50, seconds: 2 });
  if (r > 0) all.set(n, [...(all.get(n) ?? []), ((s.cpuSeconds() ?? 0) - c) / (m.perSecond * 2) * 1e6]);
  if (r === 4) console.log(n, 'rps', Math.round(m.perSecond), 'cpu', all.get(n)?.map((x) => Math.round(x)).join(' '));
}
for (const s of servers.values()) await s.stop();
process.exit(0);
