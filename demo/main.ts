import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { type PageData, pageData } from './page/page-data.ts';
import { NEXT, readPrompt } from './prompt.ts';
import { session } from './session.ts';
import { openStage, type Stage } from './stage.ts';

const given = readArguments(process.argv.slice(2));
if (given.kind === 'fault') {
  console.error(given.sentence);
  process.exit(2);
}

const write = (text: string): void => void process.stdout.write(text);
const isTerminal = process.stdout.isTTY === true;
const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-demo-'));
const logFile = join(folder, 'app.log');
let stage: Stage | PageData | undefined;
let isEnding = false;

/** Ends all that was started, then this process. The app's log stays where there may be something to read in it. */
async function end(code: number, sentence?: string): Promise<never> {
  if (isEnding) return new Promise(() => {});
  isEnding = true;
  const hasLog = existsSync(logFile);
  if (sentence !== undefined)
    console.error(hasLog ? `${sentence}\nThe app's log is in ${logFile}` : sentence);
  await stage?.close();
  const isDone = given.kind === 'run' && given.once && code === 0;
  if (isDone || !hasLog) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  stage = given.once ? await openStage(logFile) : await pageData(logFile);
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
  throw error;
}
void stage.app.ended.then((why) => end(1, why));

const somebody = session(stage, {
  write,
  ansi: isTerminal && process.env.NO_COLOR === undefined,
  columns: process.stdout.columns,
});
write('A sample conference service, a sample Slack and the app are up on 127.0.0.1.\n');
if ('pageUrl' in stage) write(`See the sample Slack in a browser: ${stage.pageUrl}\n`);
const fault = await somebody.type(given.reference);
if (fault !== undefined) await end(1, fault);
if (given.once) await end(0);

write(`${NEXT}\nThe app's log is in ${logFile}\n\n`);
if ((await readPrompt(somebody, write)) === 'quit') await end(0);
write('Standard input has ended; the demo stays up until it is stopped.\n');
