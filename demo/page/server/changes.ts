import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';

const WATCH_MS = 60_000;

/** Tells those who listen that something may look different now. */
export interface Changes {
  tell(): void;
  /** Returns what ends the listening. */
  listen(listener: () => void): () => void;
  close(): void;
}

/** Follows the sample Slack; what changes elsewhere is told with `tell`. Several changes in one go are told once. */
export function changesOf(slack: SampleSlack): Changes {
  const listeners = new Set<() => void>();
  let isOpen = true;
  let isDue = false;

  const tell = (): void => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      for (const listener of [...listeners]) listener();
    });
  };

  /** The sample calls the look at each change; it never finds anything until the page is closed. */
  async function follow(): Promise<void> {
    while (isOpen) {
      const look = () => {
        tell();
        return !isOpen;
      };
      await slack.waitFor(look, WATCH_MS).catch(() => undefined);
    }
  }
  void follow();

  return {
    tell,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      isOpen = false;
      listeners.clear();
    },
  };
}
