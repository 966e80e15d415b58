import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from '../sandbox/built-app.ts';
import { type RedisProcess, startRedis } from '../sandbox/redis/redis-server.ts';
import { MANY_ENV } from './many-env.ts';
import type { Cores } from './pinning.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { BenchStage } from './stage.ts';

export type SubjectName = 'raw' | 'bolt' | 'limit' | 'memory' | 'redis' | 'many';

/** What the first column of the tables says. */
export const TITLES: Record<SubjectName, string> = {
  raw: 'node:http, one HMAC, fixed bytes (the limit)',
  bolt: 'Bolt alone, fixed card',
  limit: 'the app’s receiver and Bolt, fixed card (the app’s limit)',
  memory: 'Meeting Cards, no Redis',
  redis: 'Meeting Cards, Redis',
  many: 'Meeting Cards, Redis, many workspaces',
};

/** How each subject is started. */
export interface Subjects {
  start(name: SubjectName, cores?: Cores): Promise<ServerProcess>;
  readonly redis: RedisProcess;
  close(): Promise<void>;
}

const OWN_SCRIPT = ['--import', 'tsx'];

/** The app as it was built, and what it is measured against, which answers the very bytes that the app answered with. */
export async function prepareSubjects(stage: BenchStage, appFolder: string): Promise<Subjects> {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-bench-'));
  const cardFile = join(folder, 'card.json');
  const redis = await startRedis();
  const env = { ...stage.env, CARD_FILE: cardFile };
  const { args, environment } = startCommand(appFolder);
  const start: Subjects['start'] = (name, cores) => {
    switch (name) {
      case 'raw':
        return startServer([...OWN_SCRIPT, 'bench/raw.ts'], env, cores);
      case 'bolt':
        return startServer([...OWN_SCRIPT, 'bench/bolt-alone.ts'], env, cores);
      case 'limit':
        return startServer([...OWN_SCRIPT, 'bench/bolt-behind-receiver.ts'], env, cores);
      case 'memory':
        return startServer(args, { ...environment, ...env }, cores);
      case 'redis':
        return startServer(args, { ...environment, ...env, REDIS_URL: redis.url }, cores);
      case 'many':
        return startServer(args, { ...environment, ...env, ...MANY_ENV, REDIS_URL: redis.url }, cores);
    }
  };
  writeFileSync(cardFile, await cardOf(await start('memory'), stage));
  return {
    start,
    redis,
    async close() {
      await redis.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** One answer of the app's, whole. */
async function cardOf(server: ServerProcess, { signed, workloads }: BenchStage): Promise<string> {
  const requests = signed(workloads.mixed.typed);
  const { path, headers, body } = requests.plain(0);
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers, body });
  const card = await response.text();
  await server.stop();
  if (response.status !== 200 || !card.includes('"header"'))
    throw new Error(`The app answered ${response.status} ${card.slice(0, 200)}`);
  return card;
}
