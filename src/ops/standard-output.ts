import { constants, openSync, write, writeSync } from 'node:fs';
import { type LogWriter, logWriter } from './log-writer.ts';

const STDOUT = 1;

/**
 * Log lines to standard output: a pipe, a socket, a terminal or a file. A reader that stops, or goes away, and a full disk cost lines and
 * nothing else. What waits is written when the process ends, also by an uncaught error; only SIGKILL loses it.
 */
export function standardOutput(): LogWriter {
  const descriptor = nonBlocking();
  const writer = logWriter({
    write: (bytes, done) => write(descriptor, bytes, done),
    writeSync: (bytes) => writeSync(descriptor, bytes),
  });
  process.once('exit', () => writer.flushSync());
  return writer;
}

/**
 * Node makes a pipe or a socket non-blocking when it opens `process.stdout`, and leaves a terminal blocking. A write that waits for its reader
 * would occupy a thread of the pool, and `process.exit` would wait for that thread for ever. Of a terminal another descriptor is opened, which
 * is non-blocking. A file never waits for a reader.
 */
function nonBlocking(): number {
  if (!process.stdout.isTTY) return STDOUT;
  try {
    return openSync('/dev/fd/1', constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return STDOUT;
  }
}
