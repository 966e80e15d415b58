import { infosPath } from '../sandbox/conference/endpoints.ts';
import { envelope } from '../sandbox/conference/envelope.ts';
import { hostileAnswers } from '../sandbox/conference/hostile-answers.ts';
import { largeMeeting } from '../sandbox/conference/meetings.ts';
import { toJson } from '../sandbox/conference/wire.ts';
import { Exchange } from './exchange.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchStage } from './stage.ts';
import { type SubjectName, type Subjects, TITLES } from './subjects.ts';
import { table, whole } from './table.ts';

const SERVERS: readonly SubjectName[] = ['memory'];
const EVENT = '700001';
const ALIVE = Buffer.from('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');

interface Measured {
  readonly answerMs: number;
  readonly blockedMs: number;
  readonly cpuMs: number;
  readonly megabytes: number | undefined;
}

const large = (resultAs: 'array' | 'string'): string =>
  toJson(envelope({ kind: 'meetings', meetings: [largeMeeting()] }, resultAs, 1_924_826_400_000, 1));

/** What one command takes that is answered with each of the largest answers, by a process that has just started, and for how long it answers nobody else. */
export async function answerSizes(stage: BenchStage, subjects: Subjects): Promise<string> {
  const answers = [
    { what: '3,000 people and 300 rooms, `result` a list', body: () => large('array') },
    { what: 'the same, `result` a text', body: () => large('string') },
    ...hostileAnswers,
  ];
  const sections: string[] = [];
  for (const name of SERVERS) {
    const rows: string[][] = [];
    for (const { what, body } of answers) {
      const bytes = body();
      stage.conference.fault({ kind: 'raw', body: bytes }, Number.POSITIVE_INFINITY, infosPath);
      const server = await subjects.start(name);
      const { answerMs, blockedMs, cpuMs, megabytes } = await measure(stage, server);
      await server.stop();
      rows.push([
        what,
        whole(Buffer.byteLength(bytes) / 1000),
        whole(answerMs),
        whole(blockedMs),
        whole(cpuMs),
        whole(megabytes ?? Number.NaN),
      ]);
    }
    stage.conference.heal();
    sections.push(
      table(
        `Large answers: ${TITLES[name]}`,
        ['answer', 'kB', 'answered after ms', 'longest wait of others ms', 'processor ms', 'MB'],
        rows,
      ),
    );
  }
  return sections.join('\n');
}

async function measure(stage: BenchStage, server: ServerProcess): Promise<Measured> {
  const [client, other] = [await Exchange.to(server.port), await Exchange.to(server.port)];
  const warm = stage.signed([{ userId: 'U0BENCH1', text: 'help' }]);
  for (let nth = 0; nth < 20; nth += 1) await client.send(warm.take(0));
  let isOver = false;
  let blockedMs = 0;
  const watching = (async () => {
    while (!isOver) {
      const since = performance.now();
      await other.send(ALIVE);
      blockedMs = Math.max(blockedMs, performance.now() - since);
    }
  })();
  const cpuBefore = server.cpuSeconds() ?? Number.NaN;
  const since = performance.now();
  await client.send(stage.signed([{ userId: 'U0BENCH1', text: EVENT }]).take(0));
  const answerMs = performance.now() - since;
  const cpuMs = ((server.cpuSeconds() ?? Number.NaN) - cpuBefore) * 1000;
  isOver = true;
  await watching;
  client.close();
  other.close();
  return { answerMs, blockedMs, cpuMs, megabytes: server.megabytes() };
}
