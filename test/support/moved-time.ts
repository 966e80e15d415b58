import { onTestFinished, vi } from 'vitest';

/** A clock that the test moves. The app's deadlines follow it; nothing that uses the network does. */
export interface MovedTime {
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  /** From now on time passes by itself again; what waited for it does not go on. */
  release(): void;
}

/** Replaces the clock until the test ends. Open the stage before. */
export function movedTime(): MovedTime {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const release = (): void => void vi.useRealTimers();
  onTestFinished(release);
  return { release, pass: async (milliseconds) => void (await vi.advanceTimersByTimeAsync(milliseconds)) };
}
