import { createApp } from './app.ts';
import { readConfig } from './config/config.ts';
import { createLog, errorFields } from './ops/log.ts';
import { standardOutput } from './ops/standard-output.ts';

/** After `DRAIN_GRACE_MS` the supervisor is expected to wait ten seconds before it sends SIGKILL (docs/operations.md). */
const DRAIN_MS = 9000;

const result = readConfig(process.env);
if (result.kind === 'faults') {
  process.stderr.write(
    `Meeting Cards cannot start:\n${result.faults.map((fault) => `  - ${fault}\n`).join('')}`,
  );
  process.stderr.write('Every variable is explained in docs/reference.md and .env.example.\n');
  process.exit(1);
}

const output = standardOutput();
const log = createLog(result.config.logLevel, output);
const stopMs = result.config.drainGraceMs + DRAIN_MS;
const app = createApp(result.config, { log, droppedLines: output.dropped });

/** Requests that are still in flight at the end are cut off, and the log says so. The exit code is 0: the stop was asked for. */
async function stop(): Promise<void> {
  const cutOff = (): never => {
    log.warn('stopped', { reason: 'cut-off' });
    process.exit(0);
  };
  setTimeout(cutOff, stopMs).unref();
  await app.stop();
  process.exit(0);
}

/** The second signal ends the process at once. */
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
