import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '180' },
    visitors: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
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

const { text, faults } = await soak({ seconds, visitors, seed, isCalm: values.calm });
console.log(`${text}\n`);
console.log(faults.length === 0 ? 'Passed.' : `Failed: ${faults.join('; ')}.`);
process.exit(faults.length === 0 ? 0 : 1);
