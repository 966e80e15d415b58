import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { buildInto } from '../sandbox/built-app.ts';
import { answerSizes } from './answers.ts';
import { crowd } from './crowd.ts';
import { firstLook } from './first-look.ts';
import { meetingGrowth, processGrowth } from './growth.ts';
import { isPinned, moveTo } from './pinning.ts';
import { scanning } from './scanning.ts';
import { soak } from './soak/soak.ts';
import { speed } from './speed.ts';
import { openBenchStage } from './stage.ts';
import { startTime } from './start-time.ts';
import { prepareSubjects } from './subjects.ts';
import { manyTenants } from './tenants.ts';
import { redisMemory } from './tracking/redis-memory.ts';
import { trackingWeek } from './tracking/section.ts';

const BUILT = 'dist/bench';
const GENERATORS_CORE = 0;
const GB = 1024 ** 3;
const TEN_MINUTES = 600;

const isQuick = process.argv.includes('--quick');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const size = isQuick
  ? { rounds: 2, seconds: 1, starts: 2, crowds: 1, meetings: [100, 1000] }
  : { rounds: 7, seconds: 2.5, starts: 5, crowds: 3, meetings: [100, 1000, 10_000, 100_000] };

function machine(): string {
  const [cpu] = cpus();
  const redis = spawnSync('redis-server', ['--version']).stdout?.toString() ?? '';
  return [
    `${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / GB)} GB`,
    `Node ${process.versions.node}, Redis ${/v=([0-9.]+)/.exec(redis)?.[1] ?? 'unknown'}`,
    isPinned ? 'generator and Redis on core 0, servers on core 1' : 'generator and servers share all cores',
  ].join('; ');
}

if (only === 'soak') {
  const { text, faults } = await soak({
    seconds: isQuick ? 20 : TEN_MINUTES,
    visitors: 8,
    seed: 1,
    isCalm: false,
  });
  console.log(text);
  process.exit(faults.length === 0 ? 0 : 1);
}
if (only === 'tracking') {
  console.log(`${machine()}\n\n${await trackingWeek(isQuick)}`);
  console.log(await redisMemory(isQuick ? [1000] : size.meetings.slice(1)));
  process.exit(0);
}
await buildInto(BUILT);
moveTo(GENERATORS_CORE);
console.log(`${machine()}${isQuick ? '; quick: too short to compare by' : ''}\n`);
const stage = await openBenchStage();
const subjects = await prepareSubjects(stage, BUILT);
const sections: Readonly<Record<string, () => Promise<string>>> = {
  speed: () => speed(stage, subjects, size),
  tenants: () => manyTenants(stage, subjects, size),
  'first-look': () => firstLook(stage, subjects, size.seconds),
  start: () => startTime(subjects, size.starts),
  processes: () => processGrowth(stage, subjects, size.seconds),
  scanning: async () => scanning(),
  crowd: () => crowd(stage, subjects, size.crowds),
  answers: () => answerSizes(stage, subjects),
  meetings: () => meetingGrowth(stage, subjects, size.meetings, size.seconds),
};
for (const [name, section] of Object.entries(sections)) {
  if (only === undefined || only === name) console.log(await section());
}
await subjects.close();
await stage.close();
process.exit(0);
