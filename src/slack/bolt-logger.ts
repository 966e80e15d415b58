import { type Logger, LogLevel } from '@slack/bolt';
import { errorFields, type Log } from '../ops/log.ts';

/**
 * Bolt's logger on ours. What the SDK says can hold tokens, addresses and messages, so of a line only its level and the class and code of
 * an error are passed on; debug lines, which print whole payloads, are not.
 */
export function boltLogger(log: Log): Logger {
  const pass =
    (level: 'info' | 'warn' | 'error') =>
    (...said: readonly unknown[]): void => {
      const error = said.find((part) => part instanceof Error);
      log[level === 'info' ? 'debug' : level]('slack-sdk', {
        level,
        ...(error === undefined ? {} : errorFields(error)),
      });
    };
  return {
    debug: () => {},
    info: pass('info'),
    warn: pass('warn'),
    error: pass('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
