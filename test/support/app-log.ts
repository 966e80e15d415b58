import { Writable } from 'node:stream';

/** What an app logged so far: whole, and by event. */
export interface AppLog {
  /** JSON lines, each as it was written. */
  text(): string;
  /** The lines of one event, in the order in which they were written. */
  of(event: string): readonly string[];
  /** Resolves as soon as a look at the log succeeds; rejects after `timeoutMs`. */
  until(what: string, isSo: () => boolean, timeoutMs?: number): Promise<void>;
}

/** Of the log, where what was waited for did not come. */
const LAST_LINES = 10;

const EVENT = /"event":"([^"]*)"/;

/** A log to read, and where the app writes it. */
export function appLog(): AppLog & { readonly lines: Writable } {
  const lines: string[] = [];
  const byEvent = new Map<string, string[]>();
  const looks = new Set<() => void>();
  let rest = '';

  function add(line: string): void {
    lines.push(line);
    const event = EVENT.exec(line)?.[1] ?? '';
    const sameEvent = byEvent.get(event) ?? [];
    sameEvent.push(line);
    byEvent.set(event, sameEvent);
  }

  return {
    lines: new Writable({
      decodeStrings: false,
      write(chunk, _encoding, written) {
        const [first = '', ...others] = String(chunk).split('\n');
        const whole = [rest + first, ...others];
        rest = whole.pop() ?? '';
        for (const line of whole) add(line);
        written();
        for (const look of looks) look();
      },
    }),
    text: () => [...lines, rest].join('\n'),
    of: (event) => byEvent.get(event) ?? [],
    until(what, isSo, timeoutMs = 60_000) {
      if (isSo()) return Promise.resolve();
      // Unlike a timer's, its time is not one that a test moves.
      const ending = AbortSignal.timeout(timeoutMs);
      return new Promise((resolve, reject) => {
        const stopLooking = (): void => {
          looks.delete(look);
          ending.removeEventListener('abort', giveUp);
        };
        const look = (): void => {
          if (!isSo()) return;
          stopLooking();
          resolve();
        };
        const giveUp = (): void => {
          stopLooking();
          const last = lines.slice(-LAST_LINES).join('\n');
          reject(new Error(`Waited ${timeoutMs} ms until ${what}. Logged last:\n${last}`));
        };
        looks.add(look);
        ending.addEventListener('abort', giveUp);
      });
    },
  };
}
