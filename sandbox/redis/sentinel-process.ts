import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './contents.ts';
import { type Secured, tlsSettings } from './secured.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What a sentinel watches, and when it gives up on it. */
export interface Watch {
  readonly name: string;
  readonly masterPort: number;
  readonly quorum: number;
  readonly downAfterMs: number;
  readonly secured: Secured | undefined;
}

/** One sentinel and what it knows. */
export interface SentinelProcess extends ServerProcess {
  /** The port of the server that it takes for the master now. */
  masterPort(): Promise<number>;
  /** Whether it has found the replica and so many other sentinels. */
  knowsAll(otherSentinels: number): Promise<boolean>;
}

/** Starts a sentinel and resolves when it watches. */
export async function startSentinelProcess(watch: Watch): Promise<SentinelProcess> {
  const args = (port: number, folder: string) => [configuration(folder, port, watch), '--sentinel'];
  const server = await startServer({ port: undefined, args });
  const url = watch.secured === undefined ? server.url : `rediss://127.0.0.1:${server.port}`;
  const ask = (question: string) =>
    withClient(url, async (redis) => stringsOf(await redis.call('SENTINEL', question, watch.name)));
  return {
    ...server,
    url,
    async masterPort() {
      const [, port] = await ask('GET-MASTER-ADDR-BY-NAME');
      return Number(port);
    },
    async knowsAll(otherSentinels) {
      const pairs = await ask('MASTER');
      const told = (name: string) => Number(pairs[pairs.indexOf(name) + 1]);
      return told('num-slaves') === 1 && told('num-other-sentinels') === otherSentinels;
    },
  };
}

/** A sentinel writes what it learns into its own configuration; a restart must not take that away. */
function configuration(folder: string, port: number, watch: Watch): string {
  const { name, masterPort, quorum, downAfterMs, secured } = watch;
  const file = join(folder, `sentinel-${port}.conf`);
  const lines = [
    ...(secured === undefined ? [`port ${port}`] : tlsSettings(port).map((setting) => setting.join(' '))),
    'bind 127.0.0.1',
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} ${quorum}`,
    `sentinel down-after-milliseconds ${name} ${downAfterMs}`,
    `sentinel failover-timeout ${name} 3000`,
    ...(secured === undefined ? [] : [`sentinel auth-pass ${name} ${secured.password}`]),
  ];
  if (!existsSync(file)) writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function stringsOf(reply: unknown): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}
