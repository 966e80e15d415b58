import { createApp } from './app.ts';
import { readConfig } from './config/config.ts';
import { createLog, errorFields } from './ops/log.ts';
import { standardOutput } from './ops/standard-output.ts';

/** Besides the time of grace, whoever stops the process waits ten seconds before they kill it. */
const DRAIN_MS = 9000;

const result = readConfig(process.env);
if (result.kind === 'faults') {
  process.stderr.write(
    `Meeting Cards cannot start:\n${result.faults.map((fault) => `  - ${fault}\n`).join('')}`,
  );
  process.stderr.write('Every variable is explained in README.md and .env.example.\n');
  process.exit(1);
}

const output = standardOutput();
const log = createLog(result.config.logLevel, output);
const stopMs = result.config.drainGraceMs + DRAIN_MS;
const app = createApp(result.config, { log, droppedLines: output.dropped });

/** What is still under way when the time is up is cut off, and said so: a stop that was asked for is no failure. */
async function stop(): Promise<void> {
  const cutOff = (): never => {
    log.warn('stopped', { reason: 'cut-off' });
    process.exit(0);
  };
  setTimeout(cutOff, stopMs).unref();
  await app.stop();
  process.exit(0);
}

/** Whoever asks a second time does not want to wait. */
function onSignal(): void {
  if (isStopping) process.exit(1);
  isStopping = true;
  void stop();
}

let isStopping = false;
process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
process.on('unhandledRejection', (error) => app.failed('unhandled-rejection', error));
process.on('uncaughtExceptionMonitor', (error) => app.failed('uncaught-exception', error));

try {
  await app.start();
} catch (error) {
  log.error('starting', errorFields(error));
  process.stderr.write(
    `Meeting Cards cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`,
  );
  process.exit(1);
}
